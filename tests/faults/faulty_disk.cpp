// A disk that breaks, as a library that is loaded before the program (LD_PRELOAD). It stands between the program and
// the files of one folder, FAULTY_DISK_FOLDER:
//
// - What has been synced is copied to FAULTY_DISK_DURABLE, file by file. After a power cut that is all that is certain
//   to be there (disk_test.cpp).
// - While there is a file "full" in FAULTY_DISK_SWITCHES nothing can be written: ENOSPC; with "readonly", EROFS.
// - With "lies" there, what is synced is not copied: a disk that says that it has written what it has not.

#include <cerrno>
#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

struct Piece {
  off_t begin;
  std::size_t size;
};

/// What was written to a file since it was synced last.
std::mutex the_mutex;                                // NOLINT: one library, one disk
std::map<std::string, std::vector<Piece>> unsynced;  // NOLINT

template <class F>
F* real(char const* name) {
  return reinterpret_cast<F*>(dlsym(RTLD_NEXT, name));
}

std::string setting(char const* name) {
  auto const* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

bool is_switched_on(char const* name) {
  static auto const folder = setting("FAULTY_DISK_SWITCHES") + "/";
  return ::access((folder + name).c_str(), F_OK) == 0;
}

/// The name of an open file in the folder; nothing for all others, and for the shared memory of SQLite, which is none
/// of the disk's.
std::optional<std::string> name_of(int file) {
  static auto const folder = setting("FAULTY_DISK_FOLDER") + "/";
  char path[4096];
  auto const size = ::readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), path, sizeof path);
  if (size <= 0) return std::nullopt;
  std::string_view const found(path, static_cast<std::size_t>(size));
  if (!found.starts_with(folder) || found.ends_with("-shm")) return std::nullopt;
  return std::string(found.substr(folder.size()));
}

/// Sets errno when nothing can be written.
bool refuses() {
  if (is_switched_on("full")) return errno = ENOSPC, true;
  if (is_switched_on("readonly")) return errno = EROFS, true;
  return false;
}

/// Writes, at `at` or where the file stands, and notes what.
template <class Write>
ssize_t noted(int file, std::optional<off_t> at, Write const& write) {
  auto const name = name_of(file);
  if (!name) return write();
  if (refuses()) return -1;
  std::lock_guard const lock(the_mutex);
  auto const begin = at ? *at : ::lseek(file, 0, SEEK_CUR);
  auto const written = write();
  if (written > 0) unsynced[*name].push_back({begin, static_cast<std::size_t>(written)});
  return written;
}

/// Copies what was written since the last time, and the size.
int sync(int file) {
  auto const name = name_of(file);
  if (!name) return 0;
  if (refuses()) return -1;
  std::lock_guard const lock(the_mutex);
  auto const pieces = std::exchange(unsynced[*name], {});
  if (is_switched_on("lies")) return 0;
  static auto const durable = setting("FAULTY_DISK_DURABLE") + "/";
  auto const copy = ::open((durable + *name).c_str(), O_WRONLY | O_CREAT, 0600);
  if (copy < 0) return -1;
  static auto* const pwrite_for_real = real<ssize_t(int, void const*, std::size_t, off_t)>("pwrite");
  std::vector<char> bytes;
  for (auto const& piece : pieces) {
    bytes.resize(piece.size);
    auto const there = ::pread(file, bytes.data(), bytes.size(), piece.begin);
    if (there > 0) pwrite_for_real(copy, bytes.data(), static_cast<std::size_t>(there), piece.begin);
  }
  struct stat now {};
  if (::fstat(file, &now) == 0 && ::ftruncate(copy, now.st_size) != 0) return -1;
  return ::close(copy);
}

}  // namespace

extern "C" {

ssize_t write(int file, void const* bytes, std::size_t size) {
  static auto* const next = real<ssize_t(int, void const*, std::size_t)>("write");
  return noted(file, std::nullopt, [&] { return next(file, bytes, size); });
}

ssize_t pwrite(int file, void const* bytes, std::size_t size, off_t at) {
  static auto* const next = real<ssize_t(int, void const*, std::size_t, off_t)>("pwrite");
  return noted(file, at, [&] { return next(file, bytes, size, at); });
}

ssize_t pwrite64(int file, void const* bytes, std::size_t size, off64_t at) { return pwrite(file, bytes, size, at); }

int fsync(int file) { return sync(file); }
int fdatasync(int file) { return sync(file); }

}  // extern "C"
