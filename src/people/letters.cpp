#include "people/letters.h"

#include "messages/messages.h"
#include "platform/crypto/token.h"

namespace earshot::people::letters {
namespace {

i18n::Translator translator(To const& to) { return i18n::Translator(i18n::language(to.language)); }

/// Whether the words hold a link that only their reader may use.
enum class Words { keep, forget };

/// What tells two letters of a kind apart is when they were written, or the link in them.
void send(db::Transaction& tx, std::string_view kind, To const& to, messages::Note note, std::string why, Words words,
          Time now) {
  auto const key =
      words == Words::forget ? crypto::token_hash(note.path) : std::to_string(now.time_since_epoch().count());
  messages::send(tx,
                 {.kind = std::string(kind),
                  .key = key,
                  .channel = messages::Channel::email,
                  .address = std::string(to.email),
                  .language = std::string(to.language),
                  .note = std::move(note),
                  .why = std::move(why),
                  .forget = words == Words::forget},
                 now);
}

std::string has_account(i18n::Translator const& t) {
  return t("You get this because you have an account with this e-mail address.");
}

}  // namespace

void invitation(db::Transaction& tx, To const& to, std::string_view by, std::string_view token, Time now) {
  auto const t = translator(to);
  send(tx, "people.invitation", to,
       {.title = t("You are invited to work with Earshot"),
        .text = t("{1} has made an account for you. Choose a password, and you can sign in.\n\nThe link works for 7 "
                  "days, and once.",
                  by),
        .path = "/invitation/" + std::string(token),
        .link = t("Choose a password")},
       t("You get this because {1} wrote down this e-mail address for you. If you do not know why, you need not do "
         "anything.",
         by),
       Words::forget, now);
}

void reset(db::Transaction& tx, To const& to, std::string_view token, Time now) {
  auto const t = translator(to);
  send(tx, "people.reset", to,
       {.title = t("Choose a new password"),
        .text = t("Somebody asked for a new password for your account. If it was you, follow the link and choose "
                  "one.\n\nThe link works for 30 minutes, and once. If it was not you, you need not do anything: your "
                  "password stays as it is."),
        .path = "/new-password/" + std::string(token),
        .link = t("Choose a new password")},
       t("You get this because somebody asked for a new password with this e-mail address."), Words::forget, now);
}

void no_password_needed(db::Transaction& tx, To const& to, Time now) {
  auto const t = translator(to);
  send(tx, "people.no_password_needed", to,
       {.title = t("You do not need a password"),
        .text = t("Somebody asked for a new password with your e-mail address. Families sign in without one: we send "
                  "you a link each time."),
        .path = "/families/sign-in",
        .link = t("Get a link to sign in")},
       t("You get this because somebody asked for a new password with this e-mail address."), Words::keep, now);
}

void family_link(db::Transaction& tx, To const& to, std::string_view token, Time now) {
  auto const t = translator(to);
  send(tx, "people.family_link", to,
       {.title = t("Your link to sign in"),
        .text = t("Follow the link to see what you said and what became of it.\n\nThe link works for 15 minutes, and "
                  "once. If you did not ask for it, you need not do anything: nobody can sign in without it."),
        .path = "/families/enter/" + std::string(token),
        .link = t("Sign in")},
       t("You get this because somebody asked to sign in with this e-mail address."), Words::forget, now);
}

void work_account(db::Transaction& tx, To const& to, Time now) {
  auto const t = translator(to);
  send(tx, "people.work_account", to,
       {.title = t("You sign in with your password"),
        .text = t("Somebody asked for a link for families with your e-mail address. Your address belongs to an "
                  "account for work, so you sign in with your password.\n\nIf you are here as a parent, use another "
                  "e-mail address: it keeps your family and your work apart."),
        .path = "/sign-in",
        .link = t("Sign in for work")},
       t("You get this because somebody asked to sign in with this e-mail address."), Words::keep, now);
}

void many_tries(db::Transaction& tx, To const& to, Time now) {
  auto const t = translator(to);
  send(tx, "people.many_tries", to,
       {.title = t("Somebody could not sign in to your account"),
        .text = t("Somebody tried to sign in to your account with a wrong password or code, five times in a row. Your "
                  "account waits a little between tries now.\n\nWas it you? Wait a few minutes, or choose a new "
                  "password. Was it not you? Nobody got in. If your password is short, choose a longer one."),
        .path = "/forgotten",
        .link = t("Choose a new password")},
       has_account(t), Words::keep, now);
}

void password_changed(db::Transaction& tx, To const& to, Time now) {
  auto const t = translator(to);
  send(tx, "people.password_changed", to,
       {.title = t("Your password has changed"),
        .text = t("The password of your account has just been changed. If it was you, all is well.\n\nIf it was not "
                  "you, choose a new password now and tell whoever runs Earshot where you work."),
        .path = "/forgotten",
        .link = t("Choose a new password")},
       has_account(t), Words::keep, now);
}

void second_factor_changed(db::Transaction& tx, To const& to, bool on, Time now) {
  auto const t = translator(to);
  send(tx, "people.second_factor_changed", to,
       {.title = on ? t("You sign in with a code as well now") : t("You sign in without a code now"),
        .text = t("This was changed in your account just now. If it was you, all is well.\n\nIf it was not you, choose "
                  "a new password now and tell whoever runs Earshot where you work."),
        .path = "/account",
        .link = t("See your account")},
       has_account(t), Words::keep, now);
}

}  // namespace earshot::people::letters
