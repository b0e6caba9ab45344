#include "platform/db/database.h"

#include <iterator>
#include <stdexcept>
#include <string_view>

#include "platform/db/backend.h"

namespace earshot::db {

namespace {

/// Marks this thread as being in a transaction. A second one inside it could wait for the first for ever.
class OneAtATime {
 public:
  explicit OneAtATime(detail::Backend const& backend) : m_backend(backend), m_outer(t_innermost) {
    for (auto const* outer = m_outer; outer != nullptr; outer = outer->m_outer)
      if (&outer->m_backend == &backend) throw std::logic_error("A transaction was begun inside another one");
    t_innermost = this;
  }
  ~OneAtATime() { t_innermost = m_outer; }
  OneAtATime(OneAtATime const&) = delete;
  OneAtATime& operator=(OneAtATime const&) = delete;

 private:
  static thread_local OneAtATime const* t_innermost;

  detail::Backend const& m_backend;
  OneAtATime const* m_outer;
};

thread_local OneAtATime const* OneAtATime::t_innermost = nullptr;

}  // namespace

std::unique_ptr<Database> Database::open(std::string const& url, Options options) {
  static constexpr std::string_view kSqlite = "sqlite:";
  if (url.starts_with(kSqlite))
    return std::unique_ptr<Database>(new Database(detail::open_sqlite(url.substr(kSqlite.size()), options)));
  if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
    return std::unique_ptr<Database>(new Database(detail::open_postgresql(url, options)));
  throw Error("The address of the database begins with sqlite: or with postgresql://, and this one with neither");
}

Database::Database(std::unique_ptr<detail::Backend> backend) : m_backend(std::move(backend)) {}

Database::~Database() = default;

void Database::on_change(std::function<void(std::vector<std::string> const& tags)> listener) {
  m_backend->on_change(std::move(listener));
}

void Database::add_hooks(std::vector<Hook> hooks) {
  m_hooks.insert(m_hooks.end(), std::make_move_iterator(hooks.begin()), std::make_move_iterator(hooks.end()));
}

Engine Database::engine() const { return m_backend->engine(); }

bool Database::ready() {
  try {
    return read([](Transaction& tx) { return tx.one<int>(Sql{"SELECT 1"}); }) == 1;
  } catch (Error const&) {
    return false;
  }
}

Counters Database::counters() const { return m_backend->counters(); }

void Database::run_read(std::function<void(Transaction&)> const& fn) {
  OneAtATime const one(*m_backend);
  m_backend->read(fn);
}

void Database::run_write(std::function<detail::Verdict(Transaction&)> const& fn) {
  OneAtATime const one_here(*m_backend);
  m_backend->write([&](Transaction& tx) {
    OneAtATime const one_there(*m_backend);
    tx.set_hooks(m_hooks);
    return fn(tx);
  });
}

}  // namespace earshot::db
