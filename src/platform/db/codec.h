// What may be a parameter of a statement and a column of a row, and how each is stored:
//
//   integers                  as they are; a number that does not fit the type it is read into is an Error
//   bool                      0 or 1
//   double                    as it is
//   std::string, string_view  UTF-8 text without NUL (string_view and literals as parameters only)
//   Bytes                     as they are, in a column of the type @bytes
//   Id<T>, Time               a whole number (milliseconds since 1970, UTC)
//   Date                      "2026-11-22"
//   Worded enums              their word; a word that the program does not know is an Error
//   std::vector<Id<T>>        what @joined gives: "3 17", read in the order of the numbers
//   std::optional of these    NULL when empty; a NULL where none may be is an Error
//
// A feature's own type joins the list with a specialisation of Codec.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/time.h"
#include "platform/db/error.h"

namespace earshot::db {

/// The storage types that both engines have.
enum class Stored : char { integer, real, text, bytes };

/// A NULL still has a type: PostgreSQL must know it to understand a statement.
struct Null {
  Stored type = Stored::text;
};

/// What is no text: a picture, a recording.
struct Bytes {
  std::string bytes;

  bool operator==(Bytes const&) const = default;
};

/// One parameter or one column of one row.
using Value = std::variant<Null, std::int64_t, double, std::string, Bytes>;

/// How T is stored. A specialisation has `kStored`, `Value to(T const&)` and `T from(Value&&)`.
template <class T>
struct Codec;

template <class T>
concept Column = requires {
  Codec<T>::kStored;
};

/// What the value holds, or an Error that says what was found instead.
std::int64_t integer_of(Value const& value);
double real_of(Value const& value);
std::string text_of(Value&& value);
Bytes bytes_of(Value&& value);

/// The whole numbers in a text that has spaces between them, in their order of size.
std::vector<std::int64_t> integers_of(std::string_view text);

/// True for UTF-8 without NUL, which is all that both engines can store.
bool is_storable(std::string_view text);

[[noreturn]] void throw_out_of_range(std::int64_t number);
[[noreturn]] void throw_unknown_word(std::string_view word);

template <std::integral T>
struct Codec<T> {
  static constexpr auto kStored = Stored::integer;
  static Value to(T value) { return static_cast<std::int64_t>(value); }
  static T from(Value&& value) {
    auto number = integer_of(value);
    if (!std::in_range<T>(number)) throw_out_of_range(number);
    return static_cast<T>(number);
  }
};

template <>
struct Codec<bool> {
  static constexpr auto kStored = Stored::integer;
  static Value to(bool value) { return std::int64_t{value}; }
  static bool from(Value&& value) { return integer_of(value) != 0; }
};

template <>
struct Codec<double> {
  static constexpr auto kStored = Stored::real;
  static Value to(double value) { return value; }
  static double from(Value&& value) { return real_of(value); }
};

template <>
struct Codec<std::string> {
  static constexpr auto kStored = Stored::text;
  static Value to(std::string const& value) { return value; }
  static std::string from(Value&& value) { return text_of(std::move(value)); }
};

template <>
struct Codec<Bytes> {
  static constexpr auto kStored = Stored::bytes;
  static Value to(Bytes const& value) { return value; }
  static Bytes from(Value&& value) { return bytes_of(std::move(value)); }
};

template <class Tag>
struct Codec<Id<Tag>> {
  static constexpr auto kStored = Stored::integer;
  static Value to(Id<Tag> value) { return value.value; }
  static Id<Tag> from(Value&& value) { return {integer_of(value)}; }
};

template <class Tag>
struct Codec<std::vector<Id<Tag>>> {
  static constexpr auto kStored = Stored::text;
  static Value to(std::vector<Id<Tag>> const& ids) {
    std::string text;
    for (auto const id : ids) text += (text.empty() ? "" : " ") + std::to_string(id.value);
    return text;
  }
  static std::vector<Id<Tag>> from(Value&& value) {
    std::vector<Id<Tag>> ids;
    for (auto const number : integers_of(text_of(std::move(value)))) ids.push_back({number});
    return ids;
  }
};

template <>
struct Codec<Time> {
  static constexpr auto kStored = Stored::integer;
  static Value to(Time value) { return std::int64_t{value.time_since_epoch().count()}; }
  static Time from(Value&& value) { return Time(Milliseconds(integer_of(value))); }
};

template <>
struct Codec<Date> {
  static constexpr auto kStored = Stored::text;
  static Value to(Date value) { return to_iso(value); }
  static Date from(Value&& value);
};

template <Worded E>
struct Codec<E> {
  static constexpr auto kStored = Stored::text;
  static Value to(E value) { return std::string(to_word(value)); }
  static E from(Value&& value) {
    auto word = text_of(std::move(value));
    auto known = from_word<E>(word);
    if (!known) throw_unknown_word(word);
    return *known;
  }
};

template <Column T>
struct Codec<std::optional<T>> {
  static constexpr auto kStored = Codec<T>::kStored;
  static Value to(std::optional<T> const& value) { return value ? Codec<T>::to(*value) : Value(Null{kStored}); }
  static std::optional<T> from(Value&& value) {
    if (std::holds_alternative<Null>(value)) return std::nullopt;
    return Codec<T>::from(std::move(value));
  }
};

template <>
struct Codec<std::nullopt_t> {
  static constexpr auto kStored = Stored::text;
  static Value to(std::nullopt_t) { return Null{}; }
};

/// A parameter as it is stored. Text of any kind (literals, views) may be a parameter.
template <class T>
Value encode(T const& value) {
  if constexpr (Column<T>) {
    return Codec<T>::to(value);
  } else if constexpr (std::is_same_v<T, std::optional<std::string_view>>) {
    return value ? Value(std::string(*value)) : Value(Null{});
  } else {
    static_assert(std::is_convertible_v<T const&, std::string_view>, "this type cannot be a parameter: see codec.h");
    return std::string(std::string_view(value));
  }
}

}  // namespace earshot::db
