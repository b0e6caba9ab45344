// Telephone numbers, NHS numbers and e-mail addresses: what has a shape of its own.

#include <algorithm>
#include <cctype>

#include "personal_data/finders.h"

namespace earshot::personal_data {
namespace {

constexpr std::size_t kMostGroups = 8;
constexpr std::size_t kLongNumber = 6;

/// Whether what stands between two groups of digits leaves them one number: "01234 567 890", "(01234) 567890".
bool joins(std::string_view gap) {
  return !gap.empty() && gap.size() <= 3 && gap.find_first_not_of(" -.()/") == std::string_view::npos &&
         gap.find('/') == std::string_view::npos;
}

/// The digits of a telephone number as it is dialled at home, from how it was written; empty when it is from abroad.
std::string national(std::string digits, bool plus) {
  if (digits.starts_with("0044")) return national(digits.substr(2), true);
  if (!plus) return digits;
  if (!digits.starts_with("44")) return {};
  digits.erase(0, 2);
  return digits.starts_with("0") ? digits : "0" + digits;  // +44 (0) 1234 …
}

/// Ofcom, National Telephone Numbering Plan: 0, then 1 to 3, 5, 7, 8 or 9, ten or eleven digits in all.
bool is_telephone(std::string const& digits) {
  if (digits.size() < 10 || digits.size() > 11 || digits[0] != '0') return false;
  return std::string_view("1235789").find(digits[1]) != std::string_view::npos;
}

/// From abroad: a plus and eight to fifteen digits (ITU-T E.164).
bool is_foreign_telephone(std::string const& digits, bool plus) {
  return plus && !digits.starts_with("44") && digits.size() >= 8 && digits.size() <= 15;
}

std::size_t begin_of(Text const& text, std::size_t word, bool& plus) {
  auto begin = text.words[word].begin;
  if (begin > 0 && text.text[begin - 1] == '(') --begin;
  plus = begin > 0 && text.text[begin - 1] == '+';
  return plus ? begin - 1 : begin;
}

bool is_local_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("._%+-'").find(c) != std::string_view::npos;
}
bool is_domain_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-'; }

}  // namespace

bool is_nhs_number(std::string_view digits) {
  if (digits.size() != 10 ||
      !std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isdigit(c); }))
    return false;
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += (digits[i] - '0') * (10 - static_cast<int>(i));
  auto const check = (11 - sum % 11) % 11;
  return check == digits[9] - '0';  // never for a check of 10, which no digit is
}

std::vector<Finding> find_numbers(Text const& text) {
  std::vector<Finding> found;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    if (!text.words[i].digits) continue;
    bool plus = false;
    auto const begin = begin_of(text, i, plus);
    std::string digits;
    std::optional<Finding> best;
    auto last = i;
    for (auto j = i; j < text.words.size() && j < i + kMostGroups && text.words[j].digits; ++j) {
      digits += text.words[j].folded;
      auto const end = text.words[j].end;
      if (is_telephone(national(digits, plus)) || is_foreign_telephone(digits, plus)) {
        best = Finding{Kind::telephone, Certainty::likely, begin, end};
        last = j;
      } else if (!plus && is_nhs_number(digits)) {
        best = Finding{Kind::nhs_number, Certainty::likely, text.words[i].begin, end};
        last = j;
      }
      if (!joins(text.gap_after(j))) break;
    }
    if (!best && text.words[i].folded.size() >= kLongNumber)
      best = Finding{Kind::number, Certainty::maybe, text.words[i].begin, text.words[i].end};
    if (!best) continue;
    found.push_back(*best);
    i = last;
  }
  return found;
}

std::vector<Finding> find_emails(Text const& text) {
  std::vector<Finding> found;
  auto const whole = text.text;
  for (auto at = whole.find('@'); at != std::string_view::npos; at = whole.find('@', at + 1)) {
    auto begin = at;
    while (begin > 0 && is_local_character(whole[begin - 1])) --begin;
    auto end = at + 1;
    while (end < whole.size() && is_domain_character(whole[end])) ++end;
    while (end > at + 1 && (whole[end - 1] == '.' || whole[end - 1] == '-')) --end;
    auto const domain = whole.substr(at + 1, end - at - 1);
    if (begin == at || domain.empty()) continue;
    // "@sam_07" on its own is a name that somebody goes by elsewhere; with a dot it is an address.
    auto const whole_address = domain.find('.') != std::string_view::npos && domain.front() != '.';
    found.push_back({Kind::email, whole_address ? Certainty::likely : Certainty::maybe, begin, end});
  }
  return found;
}

}  // namespace earshot::personal_data
