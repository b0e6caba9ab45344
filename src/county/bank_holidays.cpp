#include "county/county.h"

namespace earshot::county {
namespace {

constexpr db::Sql kDays{"SELECT day FROM bank_holidays"};
constexpr db::Sql kAll{"SELECT day, name FROM bank_holidays ORDER BY day"};
constexpr db::Sql kAdd{"INSERT INTO bank_holidays (day, name) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING"};
constexpr db::Sql kRemove{"DELETE FROM bank_holidays WHERE day = $1"};

}  // namespace

Calendar calendar(db::Transaction& tx) {
  auto const days = tx.all<Date>(kDays);
  return Calendar({days.begin(), days.end()});
}

std::vector<BankHoliday> bank_holidays(db::Transaction& tx) { return tx.all<BankHoliday>(kAll); }

bool add_bank_holiday(db::Transaction& tx, Date day, std::string_view name) { return tx.execute(kAdd, day, name) > 0; }

bool remove_bank_holiday(db::Transaction& tx, Date day) { return tx.execute(kRemove, day) > 0; }

}  // namespace earshot::county
