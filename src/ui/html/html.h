// Typed HTML. `Html` is markup that is safe to send; a std::string is text and is escaped when it enters one; a `Url`
// has been checked. There is one door for markup that did not come from here, `Html::trusted`, and it is easy to find.
#pragma once

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earshot {

/// Escaped markup. Made from text (escaped), from elements, and from other Html, and joined with `+=` or `html(…)`.
class Html {
 public:
  Html() = default;
  Html(std::string_view text) { append_text(text); }    // NOLINT(google-explicit-constructor): text becomes markup by
  Html(std::string const& text) { append_text(text); }  // NOLINT(google-explicit-constructor): being escaped, anywhere
  Html(char const* text) { append_text(text); }         // NOLINT(google-explicit-constructor): markup is wanted.

  /// Takes markup as it is. Only for markup written in this program's own source or made by a library that escapes.
  static Html trusted(std::string markup);

  /// Appends markup.
  Html& operator+=(Html const& more) {
    m_markup += more.m_markup;
    return *this;
  }

  [[nodiscard]] std::string const& markup() const& { return m_markup; }
  [[nodiscard]] std::string markup() && { return std::move(m_markup); }
  [[nodiscard]] bool empty() const { return m_markup.empty(); }

  bool operator==(Html const&) const = default;

 private:
  void append_text(std::string_view text);

  std::string m_markup;
};

/// Joins pieces: `html(heading, paragraph, "text that is escaped")`.
template <class... Pieces>
Html html(Pieces&&... pieces) {
  Html joined;
  ((joined += Html(std::forward<Pieces>(pieces))), ...);
  return joined;
}

/// An address that may stand in href, src or action: a path of this site, a fragment, a query, or an absolute address
/// with http, https, mailto or tel. Anything else ("javascript:…", "//elsewhere") becomes "#".
class Url {
 public:
  Url() = default;
  Url(std::string_view address);                                       // NOLINT(google-explicit-constructor)
  Url(std::string const& address) : Url(std::string_view(address)) {}  // NOLINT(google-explicit-constructor)
  Url(char const* address) : Url(std::string_view(address)) {}         // NOLINT(google-explicit-constructor)

  [[nodiscard]] std::string const& text() const { return m_text; }
  [[nodiscard]] bool empty() const { return m_text.empty(); }

  bool operator==(Url const&) const = default;

 private:
  std::string m_text;
};

/// Attributes in the order they are given. A value is escaped; a name must be a plain word (letters, digits, - : _ @),
/// others are dropped.
class Attributes {
 public:
  Attributes() = default;
  Attributes(std::initializer_list<std::pair<std::string_view, std::string_view>> list);

  /// Adds name="value".
  Attributes& add(std::string_view name, std::string_view value);
  /// Adds name="value" when there is a value.
  template <std::same_as<std::optional<std::string>> Value>
  Attributes& add(std::string_view name, Value const& value) {
    return value ? add(name, std::string_view(*value)) : *this;
  }
  /// Adds name="address".
  template <std::same_as<Url> Address>
  Attributes& add(std::string_view name, Address const& address) {
    return add(name, std::string_view(address.text()));
  }
  /// Adds the bare name when `present`.
  Attributes& flag(std::string_view name, bool present = true);
  /// Adds all of `more`.
  Attributes& add(Attributes const& more);

  /// ` name="value" name2` with a leading space, or nothing.
  [[nodiscard]] std::string const& markup() const { return m_markup; }
  [[nodiscard]] bool empty() const { return m_markup.empty(); }

 private:
  std::string m_markup;
};

/// <name attributes>content</name>. `name` is a word of this program's source, never input.
Html element(std::string_view name, Attributes const& attributes, Html const& content);

/// <name attributes>, for the elements that have no end tag (input, br, hr, img, link, meta).
Html void_element(std::string_view name, Attributes const& attributes);

/// Escapes & < > " ' for text and for attribute values.
std::string escape(std::string_view text);

}  // namespace earshot
