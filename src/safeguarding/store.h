// SQL of safeguarding: cases, their logs, hand-overs, flags, and how leads are reached.
#pragma once

#include <vector>

#include "safeguarding/safeguarding.h"

namespace earshot::safeguarding::store {

/// Opens a case; nothing when the voice has one already.
std::optional<CaseId> insert(db::Transaction& tx, Case const& fresh, people::PersonId by);

std::optional<Case> find(db::Transaction& tx, std::string_view reference);

/// The case of a voice that was not given back.
std::optional<Case> find_by_voice(db::Transaction& tx, voices::VoiceId voice);

/// Cases in this state, the one to be decided first in front.
std::vector<Case> in_state(db::Transaction& tx, State state);

/// Cases that were decided, the latest first.
std::vector<Case> decided(db::Transaction& tx, int page, int per_page);

/// Sets the time of the first look unless there is one.
void set_looked(db::Transaction& tx, CaseId id, Time now);

/// Sets the state, and the time of the first decision unless there is one.
void set_state(db::Transaction& tx, CaseId id, State state, Time now);

void add_log(db::Transaction& tx, CaseId id, std::optional<people::PersonId> by, Did did, std::string_view note,
             Time now);

/// The log of a case, the oldest first.
std::vector<LogEntry> log_of(db::Transaction& tx, CaseId id);

struct StoredHandover {
  Time at;
  std::string person;  ///< The name of the lead.
  Handover handover;
};

void add_handover(db::Transaction& tx, CaseId id, Handover const& handover, people::PersonId by, Time now);

/// The hand-overs of a case, the oldest first.
std::vector<StoredHandover> handovers_of(db::Transaction& tx, CaseId id);

/// How a lead is reached: the e-mail address and the mobile number for what is urgent; either may be empty.
struct Reach {
  std::string email;
  std::string mobile;
};
std::optional<Reach> reach_of(db::Transaction& tx, std::int64_t person);
void save_reach(db::Transaction& tx, people::PersonId person, Reach const& reach);

/// The asks that came of a voice or that it joined, hidden or not.
struct MadeAsk {
  asks::AskId id;
  std::string reference;
  std::string words;
  std::string service;
};
std::vector<MadeAsk> asks_of(db::Transaction& tx, voices::VoiceId voice);

/// Raises a flag, or adds to the one that waits. Whether it is a new one.
bool raise_flag(db::Transaction& tx, voices::VoiceId voice, std::string_view found, Time now);

/// What was found in a voice and read by somebody after `said_at`, one a line.
std::vector<std::string> read_since(db::Transaction& tx, voices::VoiceId voice, Time said_at);

/// Clears the flag of a voice. False when there is none.
bool clear_flag(db::Transaction& tx, voices::VoiceId voice, std::string_view reason, people::PersonId by, Time now);

}  // namespace earshot::safeguarding::store
