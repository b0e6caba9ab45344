#include "crowd.h"

#include <algorithm>
#include <chrono>

#include <unistd.h>

namespace earshot::faults {

Crowd::Crowd(std::uint16_t port, int families) : m_journals(static_cast<std::size_t>(families)) {
  for (int i = 0; i < families; ++i)
    m_threads.emplace_back([this, port, i] { m_journals[static_cast<std::size_t>(i)] = keep(port, i); });
}

Crowd::~Crowd() { finish(); }

std::vector<Journal> Crowd::finish() {
  m_enough = true;
  for (auto& thread : m_threads) thread.join();
  m_threads.clear();
  return std::move(m_journals);
}

Journal Crowd::keep(std::uint16_t port, int number) {
  // No crowd says what another has said.
  static std::atomic<int> crowds{0};
  auto const crowd = ++crowds;
  Journal journal;
  Family family(port);
  try {
    while (!m_enough) {
      auto const words = "Journal " + std::to_string(getpid()) + " " + std::to_string(crowd) + " " +
                         std::to_string(number) + " " + std::to_string(journal.receipts.size() + 1);
      journal.receipts[words] = family.say(words);
      ++m_receipts;
    }
  } catch (std::exception const& error) {
    journal.fault = error.what();
  }
  journal.broken_off = family.broken_off();
  journal.told_to_wait = family.told_to_wait();
  journal.longest_wait = family.longest_wait();
  return journal;
}

Comparison compare(std::vector<Journal> const& journals, db::Database& stored) {
  static constexpr db::Sql kCount{"SELECT count(*) FROM voices WHERE words = $1"};
  Comparison result;
  for (auto const& journal : journals) {
    result.broken_off += journal.broken_off;
    result.told_to_wait += journal.told_to_wait;
    result.longest_wait = std::max(result.longest_wait, std::chrono::duration<double>(journal.longest_wait).count());
    if (!journal.fault.empty()) result.faults.push_back(journal.fault);
    for (auto const& [words, link] : journal.receipts) {
      ++result.receipts;
      auto const there =
          stored.read([&, said = words](db::Transaction& tx) { return tx.one<std::int64_t>(kCount, said); });
      result.lost += there == 0 ? 1 : 0;
      result.doubled += there > 1 ? 1 : 0;
    }
  }
  return result;
}

}  // namespace earshot::faults
