// Parameters and rows as PostgreSQL has them: as text, with the number of its type. Private to this room.
#pragma once

#include <string>
#include <vector>

#include <libpq-fe.h>

#include "platform/db/transaction.h"

namespace earshot::db::detail {

/// The types of parameters. They are always given, so that `$1 - 60000` is a sum of 64 bits and `$1 IS NULL` works.
std::vector<Oid> types_of(Values const& params);

/// Parameters as text that ends with NUL, for as long as this object and `params` live.
class TextParams {
 public:
  explicit TextParams(Values const& params);

  [[nodiscard]] char const* const* data() const { return m_texts.data(); }

 private:
  std::vector<std::string> m_written;
  std::vector<char const*> m_texts;
};

/// The rows of a result, each column as its type on the server says.
Rows rows_of(PGresult const* result);

}  // namespace earshot::db::detail
