#include "inbox/recording.h"

#include "platform/record/record.h"

namespace earshot::inbox {
namespace {

constexpr db::Sql kInsert{
    "INSERT INTO recordings (voice, recorded_by, heard_where, heard_on, heard_how, heard_from, consent, group_name,"
    " recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (voice) DO NOTHING"};
#define RECORDED                                                                                         \
  "SELECT v.id, v.reference, v.words, v.language, r.recorded_at,"                                        \
  " CASE WHEN v.closed_at IS NULL THEN 0 ELSE 1 END, CASE WHEN v.withdrawn_at IS NULL THEN 0 ELSE 1 END" \
  " FROM recordings r JOIN voices v ON v.id = r.voice WHERE r.recorded_by = $1 AND v.hidden IS NULL"
constexpr db::Sql kRecordedBy{RECORDED " ORDER BY r.recorded_at DESC, v.id DESC LIMIT $2 OFFSET $3"};
constexpr db::Sql kFindRecorded{RECORDED " AND v.id = $2"};
#undef RECORDED
constexpr db::Sql kCountRecordedBy{
    "SELECT count(*) FROM recordings r JOIN voices v ON v.id = r.voice WHERE r.recorded_by = $1 AND v.hidden IS NULL"};
constexpr db::Sql kHowHeard{
    "SELECT r.heard_where, r.heard_on, r.heard_how, r.heard_from, r.consent, r.group_name, p.name"
    " FROM recordings r JOIN people p ON p.id = r.recorded_by WHERE r.voice = $1"};
constexpr db::Sql kForgetWithdrawn{
    "UPDATE recordings SET heard_where = '', heard_from = '' WHERE (heard_where <> '' OR heard_from <> '')"
    " AND voice IN (SELECT v.id FROM voices v WHERE v.withdrawn_at IS NOT NULL)"};

}  // namespace

voices::VoiceId record_voice(db::Transaction& tx, Recorded const& recorded, std::string_view key, people::PersonId by,
                             Time now) {
  auto words = recorded.words;
  if (recorded.contact)
    words.contact =
        messages::keep_contact(tx, recorded.contact->channel, recorded.contact->address, recorded.words.language, now);
  auto const person = "person " + std::to_string(by.value);
  // No form of a family asks for a key of this shape, nor does another person's.
  auto const own_key = "recorded by " + person + " " + std::string(key);
  auto const receipt = voices::receive(tx, words, own_key, now);
  auto const id = receipt.voice;
  auto const& how = recorded.recording;
  auto const is_new = tx.execute(kInsert, id, by, how.heard_where, how.heard_on, how.heard_how, how.heard_from,
                                 how.consent, how.group_name, now) > 0;
  if (is_new) record::note(tx, {person, "inbox.record", "voice " + receipt.reference, ""}, now);
  return id;
}

std::vector<RecordedVoice> recorded_by(db::Transaction& tx, people::PersonId person, int page, int per_page) {
  return tx.all<RecordedVoice>(kRecordedBy, person, per_page, std::int64_t{page - 1} * per_page);
}

std::int64_t count_recorded_by(db::Transaction& tx, people::PersonId person) {
  return tx.one<std::int64_t>(kCountRecordedBy, person);
}

std::optional<RecordedVoice> find_recorded(db::Transaction& tx, people::PersonId person, voices::VoiceId id) {
  return tx.first<RecordedVoice>(kFindRecorded, person, id);
}

std::optional<HowHeard> how_heard(db::Transaction& tx, voices::VoiceId id) { return tx.first<HowHeard>(kHowHeard, id); }

void forget_withdrawn(db::Transaction& tx) { tx.execute(kForgetWithdrawn); }

std::string label(i18n::Translator const& t, HeardHow how) {
  switch (how) {
    case HeardHow::face_to_face:
      return t("Face to face");
    case HeardHow::by_phone:
      return t("On the telephone");
    case HeardHow::at_a_group:
      return t("At a group or an event");
    case HeardHow::in_writing:
      return t("In a letter or on paper");
    case HeardHow::by_message:
      return t("In an e-mail or a message");
  }
  return {};
}

std::string label(i18n::Translator const& t, Consent consent) {
  switch (consent) {
    case Consent::asked_us:
      return t("They asked for it to be passed on");
    case Consent::agreed:
      return t("They were asked, and agreed");
    case Consent::not_asked:
      return t("They were not asked");
  }
  return {};
}

std::vector<SpokenLanguage> const& spoken_languages() {
  static std::vector<SpokenLanguage> const all{{"en", "English"},
                                               {"cy", "Cymraeg"},
                                               {"ar", "العربية"},
                                               {"bn", "বাংলা"},
                                               {"bfi", "British Sign Language"},
                                               {"fa", "فارسی"},
                                               {"fr", "Français"},
                                               {"gu", "ગુજરાતી"},
                                               {"ku", "Kurdî"},
                                               {"lt", "Lietuvių"},
                                               {"ne", "नेपाली"},
                                               {"pa", "ਪੰਜਾਬੀ"},
                                               {"ps", "پښتو"},
                                               {"pl", "Polski"},
                                               {"pt", "Português"},
                                               {"ro", "Română"},
                                               {"sk", "Slovenčina"},
                                               {"so", "Soomaali"},
                                               {"es", "Español"},
                                               {"tl", "Tagalog"},
                                               {"ta", "தமிழ்"},
                                               {"ti", "ትግርኛ"},
                                               {"tr", "Türkçe"},
                                               {"uk", "Українська"},
                                               {"ur", "اردو"},
                                               {"zh", "中文"}};
  return all;
}

}  // namespace earshot::inbox
