// Refusals: what a person can cause, as a value (missing, invalid, forbidden, too late, already done).
// What only an operator can mend is an exception and never comes through here.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace earshot {

/// A sentence to be translated when it is shown: an English text with {1}, {2} … and what stands in their place.
struct Message {
  std::string id;
  std::vector<std::string> args;

  bool operator==(Message const&) const = default;
};

/// Makes a Message. The script that collects sentences for translators looks for this name.
template <class... Args>
Message msg(std::string_view id, Args&&... args) {
  return {std::string(id), {std::string(std::forward<Args>(args))...}};
}

/// One thing to put right: the form field it is about (empty when it is about the whole form), and how to mend it.
struct Problem {
  std::string field;
  Message message;

  bool operator==(Problem const&) const = default;
};

/// Why something was not done. `problems` says how to put it right and is never empty.
struct Refusal {
  enum class Kind { invalid, forbidden, not_found, conflict, too_late, already_done };

  Kind kind = Kind::invalid;
  std::vector<Problem> problems;

  bool operator==(Refusal const&) const = default;
};

template <class T>
using Result = tl::expected<T, Refusal>;

/// A refusal about one field of a form.
inline tl::unexpected<Refusal> refuse(std::string_view field, Message message) {
  return tl::make_unexpected(Refusal{Refusal::Kind::invalid, {{std::string(field), std::move(message)}}});
}

/// A refusal of another kind than bad input, about the request as a whole.
inline tl::unexpected<Refusal> refuse(Refusal::Kind kind, Message message) {
  return tl::make_unexpected(Refusal{kind, {{"", std::move(message)}}});
}

/// Gathers the problems of several fields so that a person sees all of them at once.
class Problems {
 public:
  /// Takes the value out of `result`, or notes why there is none and gives a default-made one to go on with.
  template <class T>
  T take(Result<T> result) {
    if (result) return std::move(*result);
    for (auto& problem : result.error().problems) m_problems.push_back(std::move(problem));
    return T{};
  }

  void add(std::string_view field, Message message) { m_problems.push_back({std::string(field), std::move(message)}); }

  [[nodiscard]] bool empty() const { return m_problems.empty(); }

  /// `value` when nothing was wrong, otherwise all the problems, in the order they were noted.
  template <class T>
  Result<T> or_value(T value) {
    if (m_problems.empty()) return value;
    return tl::make_unexpected(Refusal{Refusal::Kind::invalid, std::move(m_problems)});
  }

 private:
  std::vector<Problem> m_problems;
};

}  // namespace earshot

/// Gives the value of a Result, or leaves the function with its refusal. The happy path stays left. Among the braces of
/// an aggregate it may only come first: GCC 12 leaks the members before it when it leaves there.
// A statement expression: both compilers of this project have it, and it keeps `auto x = TRY(f());` one line.
#define TRY(expression)                                                         \
  __extension__({                                                               \
    auto try_result = (expression);                                             \
    if (!try_result) return tl::make_unexpected(std::move(try_result).error()); \
    ::earshot::detail::value_of(std::move(try_result));                         \
  })

namespace earshot::detail {
template <class T>
T value_of(Result<T>&& result) {
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}
}  // namespace earshot::detail
