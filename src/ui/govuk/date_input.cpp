#include "ui/govuk/date_input.h"

#include <algorithm>
#include <cctype>

#include "ui/govuk/input.h"
#include "ui/govuk/notes.h"

namespace earshot::govuk {
namespace {

constexpr std::string_view kErrorClass = "govuk-input--error";

bool contains(std::string const& classes, std::string_view part) { return classes.find(part) != std::string::npos; }

bool is_marked(DateInputItem const& item) { return item.error.value_or(false) || contains(item.classes, kErrorClass); }

std::string value_of(std::map<std::string, std::string> const& values, std::string const& name) {
  auto const found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

// A field of the group, and which part of a date it is ("day", or "" for none of the three).
struct Part {
  DateInputItem item;
  std::string_view kind;
};

// The day, month or year as the options have it: its own name, and its value under the bare name.
Part part(DateInputOptions const& options, std::optional<DateInputItem> const& given, std::string_view kind) {
  Part all{given.value_or(DateInputItem{}), kind};
  if (all.item.name.empty()) all.item.name = kind;
  if (all.item.value.empty()) all.item.value = value_of(options.values, std::string(kind));
  return all;
}

std::vector<Part> parts(DateInputOptions const& options) {
  Part const three[] = {part(options, options.day, "day"), part(options, options.month, "month"),
                        part(options, options.year, "year")};
  std::vector<Part> all;
  if (options.items.empty()) {
    if (options.day) all.push_back(three[0]);
    if (options.month) all.push_back(three[1]);
    if (options.year) all.push_back(three[2]);
    return all;
  }
  for (auto const& item : options.items) {
    auto const same = std::find_if(std::begin(three), std::end(three), [&](Part const& each) {
      return !item.name.empty() && (item.name == each.kind || item.name == each.item.name);
    });
    all.push_back({item, same == std::end(three) ? "" : same->kind});
    if (same != std::end(three) && item.value.empty()) all.back().item.value = same->item.value;
  }
  return all;
}

std::string classes_of(Part const& part, bool has_error) {
  auto const& own = part.item.classes;
  auto const width = part.kind == "year" ? "govuk-input--width-4" : "govuk-input--width-2";
  return spaced({"govuk-date-input__input", has_error && !contains(own, kErrorClass) ? kErrorClass : "",
                 contains(own, "govuk-input--width-") ? "" : width, own});
}

std::string capitalised(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  if (!name.empty()) name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
  return name;
}

Html field(DateInputOptions const& options, Part const& part, bool has_error) {
  auto const& item = part.item;
  auto const name = options.name_prefix.empty() ? item.name : options.name_prefix + '-' + item.name;
  auto const itself = input({.name = name,
                             .id = item.id.empty() ? options.id + '-' + item.name : item.id,
                             .label = {.text = item.label.empty() ? capitalised(item.name) : item.label,
                                       .classes = "govuk-date-input__label"},
                             .value = item.value.empty() ? value_of(options.values, name) : item.value,
                             .inputmode = item.inputmode,
                             .autocomplete = item.autocomplete,
                             .pattern = item.pattern,
                             .classes = classes_of(part, has_error),
                             .attributes = item.attributes});
  return element("div", {{"class", "govuk-date-input__item"}}, itself);
}

Html fields(DateInputOptions const& options) {
  auto const all = parts(options);
  bool const any_marked = std::any_of(all.begin(), all.end(), [](Part const& each) { return is_marked(each.item); });
  bool const mark_all = !options.error.text.empty() && !any_marked;

  Attributes attributes{{"class", spaced({"govuk-date-input", options.classes})}};
  attributes.add(options.attributes);
  add_given(attributes, "id", options.id);
  Html content = options.form_group.before_input;
  for (auto const& each : all)
    content += field(options, each, is_marked(each.item) || (mark_all && each.item.error.value_or(true)));
  return element("div", attributes, content += options.form_group.after_input);
}

}  // namespace

Html date_input(DateInputOptions const& options) {
  auto const above = notes(options.id, options.hint, options.error);
  // JAWS reads what describes a set of text fields only when the set has this role.
  auto set = options.fieldset;
  set.role = "group";
  return form_group(options.form_group, !options.error.text.empty(),
                    within_fieldset(set, above.ids, html(above.markup, fields(options))));
}

}  // namespace earshot::govuk
