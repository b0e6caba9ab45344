#include "platform/db/postgresql_values.h"

#include <array>
#include <charconv>
#include <string_view>

namespace earshot::db::detail {

namespace {

// From PostgreSQL's catalogue pg_type, where these numbers never change.
constexpr Oid kBool = 16;
constexpr Oid kBytes = 17;
constexpr Oid kInt8 = 20;
constexpr Oid kInt2 = 21;
constexpr Oid kInt4 = 23;
constexpr Oid kText = 25;
constexpr Oid kFloat4 = 700;
constexpr Oid kFloat8 = 701;
constexpr Oid kNumeric = 1700;

Oid type_of(Stored stored) {
  switch (stored) {
    case Stored::integer:
      return kInt8;
    case Stored::real:
      return kFloat8;
    case Stored::bytes:
      return kBytes;
    case Stored::text:
      break;
  }
  return kText;
}

struct TypeOf {
  Oid operator()(Null null) const { return type_of(null.type); }
  Oid operator()(std::int64_t) const { return kInt8; }
  Oid operator()(double) const { return kFloat8; }
  Oid operator()(std::string const&) const { return kText; }
  Oid operator()(Bytes const&) const { return kBytes; }
};

std::string shortest(double number) {
  std::array<char, 32> buffer{};
  auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  return {buffer.data(), end};
}

template <class Number>
Number number_in(std::string_view text) {
  Number number{};
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    throw Error("PostgreSQL: the number " + std::string(text) + " cannot be read");
  return number;
}

// PostgreSQL writes bytes as "\x" and two digits each.
std::string to_hex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "\\x";
  text.reserve(2 + 2 * bytes.size());
  for (auto const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0xFU];
  }
  return text;
}

Bytes from_hex(std::string_view text) {
  if (!text.starts_with("\\x") || text.size() % 2 != 0) throw Error("PostgreSQL: bytes cannot be read");
  Bytes result;
  result.bytes.reserve(text.size() / 2);
  for (std::size_t i = 2; i < text.size(); i += 2) {
    unsigned char byte = 0;
    std::from_chars(text.data() + i, text.data() + i + 2, byte, 16);
    result.bytes += static_cast<char>(byte);
  }
  return result;
}

Value value_in(std::string_view text, Oid type) {
  switch (type) {
    case kBool:
      return std::int64_t{text == "t"};
    case kInt2:
    case kInt4:
    case kInt8:
      return number_in<std::int64_t>(text);
    case kBytes:
      return from_hex(text);
    case kFloat4:
    case kFloat8:
      return number_in<double>(text);
    case kNumeric:  // what sum() of whole numbers gives, and avg()
      if (text.find_first_of(".N") == std::string_view::npos) return number_in<std::int64_t>(text);
      return number_in<double>(text);
    default:
      return std::string(text);
  }
}

}  // namespace

std::vector<Oid> types_of(Values const& params) {
  std::vector<Oid> types;
  types.reserve(params.size());
  for (auto const& param : params) types.push_back(std::visit(TypeOf{}, param));
  return types;
}

TextParams::TextParams(Values const& params) : m_written(params.size()), m_texts(params.size(), nullptr) {
  for (std::size_t i = 0; i < params.size(); ++i) {
    if (auto const* text = std::get_if<std::string>(&params[i])) {
      m_texts[i] = text->c_str();
      continue;
    }
    if (std::holds_alternative<Null>(params[i])) continue;
    if (auto const* bytes = std::get_if<Bytes>(&params[i])) {
      m_written[i] = to_hex(bytes->bytes);
      m_texts[i] = m_written[i].c_str();
      continue;
    }
    auto const* whole = std::get_if<std::int64_t>(&params[i]);
    m_written[i] = whole != nullptr ? std::to_string(*whole) : shortest(std::get<double>(params[i]));
    m_texts[i] = m_written[i].c_str();
  }
}

Rows rows_of(PGresult const* result) {
  auto const columns = PQnfields(result);
  auto const count = PQntuples(result);
  Rows rows{static_cast<std::size_t>(columns), {}, 0};
  rows.values.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(count));
  for (auto row = 0; row < count; ++row) {
    for (auto column = 0; column < columns; ++column) {
      if (PQgetisnull(result, row, column) != 0) {
        rows.values.emplace_back(Null{});
      } else {
        auto const length = static_cast<std::size_t>(PQgetlength(result, row, column));
        rows.values.push_back(value_in({PQgetvalue(result, row, column), length}, PQftype(result, column)));
      }
    }
  }
  return rows;
}

}  // namespace earshot::db::detail
