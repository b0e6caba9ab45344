// What comes in and what goes out, in HTTP's own words. Past this header nobody reads bytes from a socket.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/result.h"

namespace earshot::http {

enum class Method { get, head, post, other };

/// True when two header names (or tokens) are the same but for case.
bool same_name(std::string_view one, std::string_view other);

/// `text` without the spaces and tabs at its ends (OWS in RFC 9110).
std::string_view trimmed(std::string_view text);

/// The headers of a message, in order. Names are compared without regard to case.
class Headers {
 public:
  using Entry = std::pair<std::string, std::string>;

  Headers() = default;
  Headers(std::initializer_list<Entry> entries) : m_entries(entries) {}

  /// The first value of `name`, empty when there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  /// True when there is a header of that name, even an empty one.
  [[nodiscard]] bool has(std::string_view name) const;
  /// Replaces every value of `name` by this one.
  void set(std::string_view name, std::string_view value);
  /// Adds one more value of `name` (Set-Cookie, Vary). When it is sent, a header with a line break or a NUL in it is
  /// left out.
  void add(std::string_view name, std::string_view value);
  /// Removes every value of `name`.
  void remove(std::string_view name);

  [[nodiscard]] auto begin() const { return m_entries.begin(); }
  [[nodiscard]] auto end() const { return m_entries.end(); }
  [[nodiscard]] bool empty() const { return m_entries.empty(); }
  [[nodiscard]] std::size_t size() const { return m_entries.size(); }

 private:
  std::vector<Entry> m_entries;
};

/// The names and values of a query or a form, in the order they came. A name may come more than once (checkboxes).
class Fields {
 public:
  using Entry = std::pair<std::string, std::string>;

  Fields() = default;
  Fields(std::initializer_list<Entry> entries) : m_entries(entries) {}

  /// The first value of `name`, empty when there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  /// True when `name` came, even without a value.
  [[nodiscard]] bool has(std::string_view name) const;
  /// Every value of `name`, in order.
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
  /// Adds one more name and value at the end.
  void add(std::string_view name, std::string_view value);

  [[nodiscard]] auto begin() const { return m_entries.begin(); }
  [[nodiscard]] auto end() const { return m_entries.end(); }
  [[nodiscard]] bool empty() const { return m_entries.empty(); }
  [[nodiscard]] std::size_t size() const { return m_entries.size(); }

  bool operator==(Fields const&) const = default;

 private:
  std::vector<Entry> m_entries;
};

/// A file that came with a form. `file_name` is what the sender called it: a label, never a path to open.
struct Upload {
  std::string field;
  std::string file_name;
  std::string content_type;
  std::string bytes;

  bool operator==(Upload const&) const = default;
};

/// What a form sent, urlencoded or multipart.
struct Form {
  Fields fields;
  std::vector<Upload> uploads;

  bool operator==(Form const&) const = default;
};

/// One request, read whole and checked.
struct Request {
  Method method = Method::get;
  std::string method_name = "GET";
  std::string target;  ///< as it came: "/search?q=%C3%A9"
  std::string path;    ///< percent-decoded, checked UTF-8, begins with "/" and has no dot segments
  Fields query;
  Headers headers;
  std::string body;  ///< raw, for bodies that are no form
  Form form;
  std::optional<Message> bad_input;  ///< why the query or the body could not be read whole; what could be is kept
  std::string address;               ///< of the client, as trusted proxies tell it
  bool secure = false;               ///< came by TLS, as a trusted proxy tells it
  std::string id;                    ///< a short reference for the log and the error page

  /// The value of a cookie, empty when there is none.
  [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

/// One answer. Date, Content-Length and Connection are the server's to add.
struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  std::shared_ptr<std::string const> shared_body;  ///< used instead of `body` when set: a page kept in memory

  /// The bytes that are sent: those of `shared_body` when set, otherwise `body`.
  [[nodiscard]] std::string_view bytes() const { return shared_body ? *shared_body : body; }
};

}  // namespace earshot::http
