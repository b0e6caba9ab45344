// journal PORT SECONDS FAMILIES DATABASE: families say things as fast as they can, each with a journal of what it was
// told; afterwards the journals are compared with the database. Prints what was seen, and exits 1 when a receipt that
// was given is not there, is there twice, or the record is not whole.

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>

#include "crowd.h"

namespace earshot::faults {
namespace {

int run(std::uint16_t port, int seconds, int families, std::string const& url) {
  Crowd crowd(port, families);
  std::this_thread::sleep_for(std::chrono::seconds(seconds));
  auto const journals = crowd.finish();
  auto const stored = db::Database::open(url);
  auto const seen = compare(journals, *stored);
  for (auto const& fault : seen.faults) std::cerr << fault << "\n";
  std::cout << "receipts given       " << seen.receipts << "\n"
            << "lost                 " << seen.lost << "\n"
            << "doubled              " << seen.doubled << "\n"
            << "lines broken off     " << seen.broken_off << "\n"
            << "told to try again    " << seen.told_to_wait << "\n"
            << "longest wait, s      " << seen.longest_wait << "\n"
            << "families who gave up " << seen.faults.size() << "\n";
  return seen.is_whole() ? 0 : 1;
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
