// Lines for the operator, on stderr, as logfmt: at=2026-11-22T05:46:31.000Z level=info text="Listening" port=8080.
// Never personal data: no words, names or addresses of people, only ids and references. Long values are cut.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/time.h"

namespace earshot::log {

enum class Level { debug, info, warning, error };

}  // namespace earshot::log

namespace earshot {
template <>
inline constexpr auto kWords<log::Level> = words<log::Level>({{log::Level::debug, "debug"},
                                                              {log::Level::info, "info"},
                                                              {log::Level::warning, "warning"},
                                                              {log::Level::error, "error"}});
}  // namespace earshot

namespace earshot::log {

/// A value is cut to this many bytes.
inline constexpr std::size_t kLongestValue = 200;

/// What a field can hold: text, a number, yes or no, a time, an id.
class Value {
 public:
  Value(std::string_view text);                                      // NOLINT(google-explicit-constructor): written as
  Value(std::string const& text) : Value(std::string_view(text)) {}  // NOLINT(google-explicit-constructor): {"key",
  Value(char const* text) : Value(std::string_view(text)) {}         // NOLINT(google-explicit-constructor): anything}
  Value(Time time);                                                  // NOLINT(google-explicit-constructor)
  Value(bool yes) : m_text(yes ? "true" : "false") {}                // NOLINT(google-explicit-constructor)
  Value(double number);                                              // NOLINT(google-explicit-constructor)
  Value(std::integral auto number) : m_text(std::to_string(number)) {}        // NOLINT(google-explicit-constructor)
  Value(Milliseconds duration) : m_text(std::to_string(duration.count())) {}  // NOLINT(google-explicit-constructor)
  template <class Tag>
  Value(Id<Tag> id) : m_text(std::to_string(id.value)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] std::string const& text() const { return m_text; }

 private:
  std::string m_text;
};

/// For what a person wrote, where its size alone is wanted: "(27 bytes)".
Value only_size(std::string_view words);

struct Field {
  std::string_view key;  ///< A plain word, "request": the reference of a request is always under that key.
  Value value;
};

using Fields = std::initializer_list<Field>;

/// Writes a line when `level` is written at all. Safe to call from any thread.
void write(Level level, std::string_view text, Fields fields = {});

inline void debug(std::string_view text, Fields fields = {}) { write(Level::debug, text, fields); }
inline void info(std::string_view text, Fields fields = {}) { write(Level::info, text, fields); }
inline void warning(std::string_view text, Fields fields = {}) { write(Level::warning, text, fields); }
inline void error(std::string_view text, Fields fields = {}) { write(Level::error, text, fields); }

/// Writes lines of `level` and above from now on; info until it is set.
void set_level(Level level);

/// Gives lines to `sink` instead of stderr, for tests; an empty function brings stderr back.
void set_sink(std::function<void(std::string_view line)> sink);

/// A line as it is written, without the time.
std::string line(Level level, std::string_view text, Fields fields);

}  // namespace earshot::log
