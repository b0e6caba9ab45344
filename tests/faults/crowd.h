// Families who say things at once, each with a journal of what it was told.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "family.h"
#include "platform/db/database.h"

namespace earshot::faults {

/// What one family was told.
struct Journal {
  std::map<std::string, std::string> receipts;  ///< The link of each, by the words.
  int broken_off = 0;
  int told_to_wait = 0;
  Family::Clock::duration longest_wait{};
  std::string fault;  ///< Why it gave up; empty when it did not.
};

/// What all of them were told, beside what is stored.
struct Comparison {
  std::int64_t receipts = 0;
  std::int64_t lost = 0;     ///< Receipts whose words are not there,
  std::int64_t doubled = 0;  ///< and those whose words are there more than once.
  std::int64_t broken_off = 0;
  std::int64_t told_to_wait = 0;
  double longest_wait = 0;          ///< In seconds.
  std::vector<std::string> faults;  ///< Why families gave up.

  [[nodiscard]] bool is_whole() const { return lost == 0 && doubled == 0 && faults.empty() && receipts > 0; }
};

/// They speak from the beginning of its life to `finish`.
class Crowd {
 public:
  Crowd(std::uint16_t port, int families);
  ~Crowd();
  Crowd(Crowd const&) = delete;
  Crowd& operator=(Crowd const&) = delete;

  /// Lets each finish its sentence, and gives what they were told. Once.
  std::vector<Journal> finish();

  /// How many receipts have been given so far.
  [[nodiscard]] std::int64_t receipts() const { return m_receipts; }

 private:
  Journal keep(std::uint16_t port, int number);

  std::atomic<bool> m_enough{false};
  std::atomic<std::int64_t> m_receipts{0};
  std::vector<Journal> m_journals;
  std::vector<std::thread> m_threads;
};

/// Compares the journals with what is stored.
Comparison compare(std::vector<Journal> const& journals, db::Database& stored);

}  // namespace earshot::faults
