#include "messages/compose.h"

#include "platform/base/text.h"
#include "ui/prose.h"

namespace earshot::messages {
namespace {

/// A piece of a message, from which each form is made.
struct Block {
  enum class Kind { paragraph, heading, action, rule, small, small_link };
  Kind kind;
  std::string text = {};
  std::string url = {};
};

/// A text message costs by its length, and a provider takes 918 characters at most.
constexpr std::size_t kLongestText = 800;
constexpr std::size_t kLongestSentence = 300;

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    auto const end = text.find("\n\n");
    auto const paragraph = tidy(text.substr(0, end));
    if (!paragraph.empty()) result.push_back(paragraph);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  }
  return result;
}

std::vector<Block> blocks(Content const& content, i18n::Translator const& t) {
  using Kind = Block::Kind;
  std::vector<Block> all{{Kind::paragraph, t("Hello,")}};
  for (auto const& [opening, note] : content.told) {
    for (auto& each : paragraphs(opening)) all.push_back({Kind::paragraph, std::move(each)});
    all.push_back({Kind::heading, note.title});
    for (auto& each : paragraphs(note.text)) all.push_back({Kind::paragraph, std::move(each)});
    if (!note.path.empty()) all.push_back({Kind::action, note.link, content.site + note.path});
  }
  all.push_back({Kind::rule});
  all.push_back({Kind::small, t("This message is from {1}, where families say what they need and see what changed.",
                                content.place)});
  all.push_back({Kind::small, content.why});
  if (!content.stop_path.empty()) {
    all.push_back({Kind::small_link, t("Change how or how often we write to you"), content.site + kSettingsPath});
    all.push_back({Kind::small_link, t("Stop these messages"), content.site + content.stop_path});
  }
  return all;
}

std::string as_text(std::vector<Block> const& blocks) {
  std::string text;
  for (auto const& block : blocks) {
    switch (block.kind) {
      case Block::Kind::paragraph:
      case Block::Kind::heading:
      case Block::Kind::small:
        text += block.text + "\n\n";
        break;
      case Block::Kind::action:
      case Block::Kind::small_link:
        text += block.text + ":\n" + block.url + "\n\n";
        break;
      case Block::Kind::rule:
        text += "--\n";
        break;
    }
  }
  text.pop_back();
  return text;
}

/// What people wrote must not become a link of its own in a provider's eyes.
std::string without_links(std::string_view text) {
  std::string result(text);
  for (auto at = result.find("]("); at != std::string::npos; at = result.find("](", at)) result.insert(at + 1, " ");
  return result;
}

std::string as_markdown(std::vector<Block> const& blocks) {
  std::string text;
  for (auto const& block : blocks) {
    switch (block.kind) {
      case Block::Kind::heading:
        text += "# " + without_links(block.text) + "\n\n";
        break;
      case Block::Kind::paragraph:
      case Block::Kind::small:
        text += without_links(block.text) + "\n\n";
        break;
      case Block::Kind::action:
      case Block::Kind::small_link:
        text += "[" + without_links(block.text) + "](" + block.url + ")\n\n";
        break;
      case Block::Kind::rule:
        text += "---\n\n";
        break;
    }
  }
  return text;
}

/// The lines of a paragraph, each on its own.
Html lines_of(std::string_view text) {
  Html result;
  while (true) {
    auto const end = text.find('\n');
    result += Html(text.substr(0, end));
    if (end == std::string_view::npos) return result;
    result += void_element("br", {});
    text.remove_prefix(end + 1);
  }
}

/// Mail programs know no style sheets of ours: each element says how it looks.
Html styled(Block const& block, int size) {
  auto const pixels = [](int number) { return std::to_string(number) + "px"; };
  auto const text_style = "margin:0 0 " + pixels(size) + ";font-size:" + pixels(size) + ";line-height:1.5";
  auto const small_style = "margin:0 0 8px;font-size:" + pixels(size - 3) + ";line-height:1.5;color:#55536a";
  auto const link_to = [&](char const* style) {
    return element("a", Attributes{}.add("href", Url(block.url)).add("style", style), block.text);
  };
  switch (block.kind) {
    case Block::Kind::paragraph:
      return element("p", {{"style", text_style}}, lines_of(block.text));
    case Block::Kind::heading:
      return element("h1", {{"style", "margin:0 0 12px;font-size:" + pixels(size + 6) + ";line-height:1.3"}},
                     block.text);
    case Block::Kind::action:
      return element("p", {{"style", "margin:0 0 " + pixels(size + 10) + ";font-size:" + pixels(size)}},
                     link_to("display:inline-block;padding:12px 20px;border-radius:10px;background:#0b5c5e;"
                             "color:#ffffff;font-weight:bold;text-decoration:none"));
    case Block::Kind::rule:
      return void_element("hr", {{"style", "margin:24px 0 16px;border:0;border-top:1px solid #e7ddcf"}});
    case Block::Kind::small:
      return element("p", {{"style", small_style}}, lines_of(block.text));
    case Block::Kind::small_link:
      return element("p", {{"style", small_style}}, link_to("color:#0b5c5e"));
  }
  return {};
}

std::string as_html(std::vector<Block> const& blocks, Content const& content, i18n::Language const& language) {
  Html body;
  for (auto const& block : blocks) body += styled(block, content.large_print ? 26 : 18);
  auto const head = html(void_element("meta", {{"charset", "utf-8"}}),
                         void_element("meta", {{"name", "viewport"}, {"content", "width=device-width"}}),
                         element("title", {}, content.subject));
  auto const column = element(
      "div", {{"style", "max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border-radius:14px"}}, body);
  auto const page = element(
      "body",
      {{"style", "margin:0;padding:16px;background:#fffaf3;color:#1d1b2e;font-family:Verdana,Arial,sans-serif"}},
      column);
  return "<!doctype html>\n" +
         element("html", {{"lang", language.code}, {"dir", language.direction}}, html(element("head", {}, head), page))
             .markup();
}

/// A text message: who, what, where to read it; short, and without a greeting.
std::string as_text_message(Content const& content, i18n::Translator const& t) {
  auto text = content.place + ": ";
  std::size_t said = 0;
  for (auto const& [opening, note] : content.told) {
    auto piece = note.title + "\n";
    if (content.told.size() == 1 && !note.text.empty()) piece += shortened(tidy(note.text), kLongestSentence) + "\n";
    if (!note.path.empty()) piece += note.link + ": " + content.site + note.path + "\n";
    if (said > 0 && characters(text) + characters(piece) > kLongestText) break;
    text += piece;
    ++said;
  }
  auto const rest = static_cast<std::int64_t>(content.told.size() - said);
  if (rest > 0)
    text += t.plural("And 1 more thing: {2}", "And {1} more things: {2}", rest, content.site + kSettingsPath) + "\n";
  if (!content.stop_path.empty()) text += t("Stop these messages") + ": " + content.site + content.stop_path + "\n";
  text.pop_back();
  return text;
}

}  // namespace

std::string subject_of(std::vector<Note> const& notes, i18n::Translator const& t) {
  if (notes.size() == 1) return notes.front().title;
  return t.plural("1 thing is new for you", "{1} things are new for you", static_cast<std::int64_t>(notes.size()));
}

std::string why_told(Pace pace, i18n::Translator const& t) {
  switch (pace) {
    case Pace::at_once:
      return t("You get it because you asked us to tell you what happens.");
    case Pace::daily:
      return t("You get it because you asked us to tell you what happens, once a day.");
    case Pace::weekly:
      return t("You get it because you asked us to tell you what happens, once a week.");
  }
  return {};
}

Composed compose(Content const& content) {
  i18n::Translator const t(i18n::language(content.language));
  if (content.channel == Channel::text) return {.text = as_text_message(content, t), .html = {}, .markdown = {}};
  auto const all = blocks(content, t);
  return {.text = as_text(all), .html = as_html(all, content, t.language()), .markdown = as_markdown(all)};
}

Html shown(Content const& content) {
  i18n::Translator const t(i18n::language(content.language));
  Html result;
  for (auto const& block : blocks(content, t)) {
    switch (block.kind) {
      case Block::Kind::paragraph:
        result += ui::paragraph(lines_of(block.text));
        break;
      case Block::Kind::heading:
        result += ui::subheading(block.text);
        break;
      case Block::Kind::action:
        result += ui::paragraph(ui::link(block.url, block.text));
        break;
      case Block::Kind::rule:
        result += void_element("hr", {{"class",
                                       "govuk-section-break govuk-section-break--m "
                                       "govuk-section-break--visible"}});
        break;
      case Block::Kind::small:
        result += ui::quiet(lines_of(block.text));
        break;
      case Block::Kind::small_link:
        result += ui::quiet(ui::link(block.url, block.text));
        break;
    }
  }
  return element("div", {{"lang", t.language().code}, {"dir", t.language().direction}}, result);
}

}  // namespace earshot::messages
