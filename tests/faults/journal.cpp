// journal PORT SECONDS FAMILIES DATABASE: families say things as fast as they can, each with a journal of what it was
// told; afterwards the journals are compared with the database. Prints what was seen, and exits 1 when a receipt that
// was given is not there, is there twice, or the record is not whole.

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include "family.h"
#include "platform/db/database.h"

namespace earshot::faults {
namespace {

using Seconds = std::chrono::duration<double>;

/// What one family was told.
struct Journal {
  std::map<std::string, std::string> receipts;  ///< By the words.
  int broken_off = 0;
  int told_to_wait = 0;
  Family::Clock::duration longest_wait{};
  std::string fault;
};

Journal keep(std::uint16_t port, int number, std::atomic<bool> const& enough) {
  Journal journal;
  Family family(port);
  try {
    while (!enough) {
      // No run of this says what another has said.
      auto const words = "Journal " + std::to_string(getpid()) + " " + std::to_string(number) + " " +
                         std::to_string(journal.receipts.size() + 1);
      journal.receipts[words] = family.say(words);
    }
  } catch (std::exception const& error) {
    journal.fault = error.what();
  }
  journal.broken_off = family.broken_off();
  journal.told_to_wait = family.told_to_wait();
  journal.longest_wait = family.longest_wait();
  return journal;
}

int run(std::uint16_t port, int seconds, int families, std::string const& url) {
  std::vector<Journal> journals(static_cast<std::size_t>(families));
  std::atomic<bool> enough{false};
  std::vector<std::thread> threads;
  for (int i = 0; i < families; ++i)
    threads.emplace_back([&, i] { journals[static_cast<std::size_t>(i)] = keep(port, i, enough); });
  std::this_thread::sleep_for(std::chrono::seconds(seconds));
  enough = true;
  for (auto& thread : threads) thread.join();

  std::int64_t receipts = 0, broken_off = 0, told_to_wait = 0, faults = 0, lost = 0, doubled = 0;
  Family::Clock::duration longest{};
  auto const stored = db::Database::open(url);
  for (auto const& journal : journals) {
    broken_off += journal.broken_off;
    told_to_wait += journal.told_to_wait;
    longest = std::max(longest, journal.longest_wait);
    if (!journal.fault.empty()) {
      ++faults;
      std::cerr << journal.fault << "\n";
    }
    for (auto const& [words, link] : journal.receipts) {
      ++receipts;
      static constexpr db::Sql kCount{"SELECT count(*) FROM voices WHERE words = $1"};
      auto const there =
          stored->read([&, said = words](db::Transaction& tx) { return tx.one<std::int64_t>(kCount, said); });
      lost += there == 0 ? 1 : 0;
      doubled += there > 1 ? 1 : 0;
    }
  }
  std::cout << "receipts given       " << receipts << "\n"
            << "lost                 " << lost << "\n"
            << "doubled              " << doubled << "\n"
            << "lines broken off     " << broken_off << "\n"
            << "told to try again    " << told_to_wait << "\n"
            << "longest wait, s      " << Seconds(longest).count() << "\n"
            << "families who gave up " << faults << "\n";
  return lost == 0 && doubled == 0 && faults == 0 && receipts > 0 ? 0 : 1;
}

}  // namespace
}  // namespace earshot::faults

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: journal PORT SECONDS FAMILIES DATABASE\n";
    return 2;
  }
  try {
    return earshot::faults::run(static_cast<std::uint16_t>(std::atoi(argv[1])), std::atoi(argv[2]), std::atoi(argv[3]),
                                argv[4]);
  } catch (std::exception const& error) {
    std::cerr << "journal: " << error.what() << "\n";
    return 2;
  }
}
