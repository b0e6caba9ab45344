#include "platform/log/log.h"

#include <mutex>
#include <utility>

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace earshot::log {

namespace {

/// Gives whole lines, without the time, to a function.
class FunctionSink : public spdlog::sinks::base_sink<std::mutex> {
 public:
  void give_to(std::function<void(std::string_view)> function) {
    std::lock_guard const lock(mutex_);
    m_function = std::move(function);
  }

  /// Whether somebody takes the lines.
  bool is_taken() {
    std::lock_guard const lock(mutex_);
    return static_cast<bool>(m_function);
  }

 protected:
  void sink_it_(spdlog::details::log_msg const& message) override {
    if (m_function) m_function({message.payload.data(), message.payload.size()});
  }
  void flush_() override {}

 private:
  std::function<void(std::string_view)> m_function;
};

/// stderr belongs to the process, and so does this.
struct Output {
  std::shared_ptr<FunctionSink> function = std::make_shared<FunctionSink>();
  spdlog::logger to_function{"earshot", function};
  spdlog::logger to_stderr{"earshot", std::make_shared<spdlog::sinks::stderr_sink_mt>()};

  Output() {
    to_stderr.set_pattern("at=%Y-%m-%dT%H:%M:%S.%eZ %v", spdlog::pattern_time_type::utc);
    set_level(spdlog::level::info);
  }

  void set_level(spdlog::level::level_enum level) {
    to_function.set_level(level);
    to_stderr.set_level(level);
  }
};

Output& output() {
  static Output the_output;
  return the_output;
}

spdlog::level::level_enum to_spdlog(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

/// `text` cut to kLongestValue bytes, between two characters.
std::string_view cut(std::string_view text) {
  if (text.size() <= kLongestValue) return text;
  auto end = kLongestValue;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

/// As logfmt wants it: bare when it is one plain word, otherwise in quotation marks. A value can never begin a line.
std::string quoted(std::string_view whole) {
  auto const text = cut(whole);
  bool plain = !text.empty() && text.size() == whole.size();
  std::string result;
  for (char c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\x{:02x}", byte);
    } else {
      result += c;
      if (c != ' ' && c != '=') continue;
    }
    plain = false;
  }
  if (plain) return result;
  return '"' + result + (text.size() == whole.size() ? "\"" : "…\"");
}

}  // namespace

Value::Value(std::string_view text) : m_text(text) {}
Value::Value(Time time) : m_text(to_iso(time)) {}
Value::Value(double number) : m_text(fmt::format("{}", number)) {}

Value only_size(std::string_view words) { return fmt::format("({} bytes)", words.size()); }

void write(Level level, std::string_view text, Fields fields) {
  auto& logger = output().function->is_taken() ? output().to_function : output().to_stderr;
  auto const its_level = to_spdlog(level);
  if (logger.should_log(its_level)) logger.log(its_level, spdlog::string_view_t(line(level, text, fields)));
}

void set_level(Level level) { output().set_level(to_spdlog(level)); }

void set_sink(std::function<void(std::string_view)> sink) { output().function->give_to(std::move(sink)); }

std::string line(Level level, std::string_view text, Fields fields) {
  auto result = fmt::format("level={} text={}", to_word(level), quoted(text));
  for (auto const& field : fields) result += fmt::format(" {}={}", field.key, quoted(field.value.text()));
  return result;
}

}  // namespace earshot::log
