// Photos and recordings: added to what is said, held for a moderator, seen by those who read the words, gone with them.

#include "app/testing.h"
#include "attachments/attachments.h"
#include "platform/audio/testing.h"
#include "platform/images/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

http::Upload photo(std::string const& bytes, std::string const& name = "bus.jpg") {
  return {.field = attachments::kPhotosField, .file_name = name, .content_type = "image/jpeg", .bytes = bytes};
}

http::Upload recording(std::string const& bytes, std::string const& name = "voice.mp3") {
  return {.field = attachments::kRecordingField, .file_name = name, .content_type = "audio/mpeg", .bytes = bytes};
}

class Files : public HouseTest {
 protected:
  /// A family that has answered every question and added these files.
  Browser with(std::vector<http::Upload> const& files) {
    auto family = browser();
    say_up_to_check(family, {.words = "The ramp is broken."});
    family.click("Add photos and recordings").send_files(files).follow();
    EXPECT_EQ(family.path(), "/say/check") << family.text();
    return family;
  }

  /// Sends it and has the moderators' queue filled; gives the private link.
  std::string sent(Browser& family) {
    family.submit();
    run_jobs();
    return "/follow/" + family.path().substr(std::string_view("/say/received/").size());
  }

  void decide(Who who, std::string const& item, http::Fields const& verdict) {
    auto moderator = signed_in(who);
    moderator.open("/moderation/" + item).submit(verdict);
    EXPECT_EQ(moderator.path(), "/moderation") << moderator.text();
  }

  /// The form that adds files, opened by somebody who has begun to say something.
  Browser at_the_form() {
    auto family = browser();
    first_question(family).submit({{"words", "The ramp is broken."}});
    family.open("/say/files");
    return family;
  }

  std::string only_id() {
    static constexpr db::Sql kId{"SELECT id FROM attachments"};
    return std::to_string(db().read([](db::Transaction& tx) { return tx.one<std::int64_t>(kId); }));
  }
};
EARSHOT_ON_BOTH_ENGINES(Files);

TEST_P(Files, APhotoGoesFromTheFamilyPastAModeratorToTheWorkers) {
  auto family = with({photo(images::with_exif(images::a_jpeg(), 6))});
  EXPECT_THAT(family.text(), HasSubstr("Take out: Photo"));
  auto const own = family.get("/say/files/" + only_id() + "/content");
  EXPECT_EQ(own.status(), 200);
  EXPECT_EQ(own.header("Content-Type"), "image/jpeg");
  EXPECT_THAT(own.body(), Not(HasSubstr("GPS")));
  auto const receipt = sent(family.open("/say/check"));
  EXPECT_THAT(family.open(receipt).text(), HasSubstr("Photo: A moderator looks at it first."));

  auto worker = signed_in(Who::worker);
  EXPECT_THAT(worker.open("/voices").text(), HasSubstr("With files"));
  EXPECT_THAT(worker.open("/voices/1").text(), HasSubstr("Photo: a moderator looks at it first."));
  EXPECT_EQ(worker.get("/voices/1/files/" + only_id()).status(), 404);

  auto moderator = signed_in(Who::moderator);
  EXPECT_THAT(moderator.open("/moderation").text(),
              AllOf(HasSubstr("A photo or a recording that a family sent"), HasSubstr("Decide by 25 November 2026")));
  EXPECT_EQ(moderator.get("/moderation/1/file").header("Content-Type"), "image/jpeg");
  decide(Who::moderator, "1", {{"decision", "shown"}});

  EXPECT_THAT(worker.open("/voices/1").body(), HasSubstr("src=\"/voices/1/files/" + only_id() + "\""));
  auto const file = worker.get("/voices/1/files/" + only_id());
  EXPECT_EQ(file.status(), 200);
  EXPECT_EQ(file.header("Content-Type"), "image/jpeg");
  EXPECT_EQ(file.header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(file.header("Content-Security-Policy"), "default-src 'none'; sandbox");
  EXPECT_THAT(file.header("Cache-Control"), HasSubstr("no-store"));
  EXPECT_THAT(file.header("Content-Disposition"), HasSubstr("attachment; filename=\"photo-"));
  EXPECT_THAT(family.open(receipt).text(), HasSubstr("A moderator let it pass."));
}

TEST_P(Files, OnlyWhatHasFilesIsListedWhereThatIsAskedFor) {
  auto family = with({photo(images::a_jpeg())});
  sent(family);
  auto other = browser();
  say(other, {.words = "The bus is late."});
  auto worker = signed_in(Who::worker);
  worker.open("/voices?files=yes");
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("The ramp is broken."), Not(HasSubstr("The bus is late."))));
  EXPECT_THAT(worker.open("/voices?files=yes&q=ramp").text(), HasSubstr("The ramp is broken."));
  decide(Who::moderator, "1", {{"decision", "refused"}, {"reason", "names-somebody"}});
  EXPECT_THAT(worker.open("/voices?files=yes").text(), Not(HasSubstr("The ramp is broken.")));
}

TEST_P(Files, WhatIsRefusedIsSaidWithItsReasonAndLookedAtOnceMore) {
  auto family = with({photo(images::a_jpeg())});
  auto const receipt = sent(family);
  decide(Who::moderator, "1", {{"decision", "refused"}, {"reason", "names-somebody"}, {"note", "I see a face."}});
  family.open(receipt);
  EXPECT_THAT(family.text(), HasSubstr("A moderator did not let it pass."));
  family.click("Read why, or ask for another look");
  EXPECT_THAT(family.text(), AllOf(HasSubstr("A photo or a recording that you sent"),
                                   HasSubstr("It shows who somebody is"), HasSubstr("I see a face.")));
  EXPECT_EQ(signed_in(Who::worker).get("/voices/1/files/" + only_id()).status(), 404);
  family.submit({{"plea", "That is a statue."}});
  EXPECT_THAT(family.open(receipt).text(), HasSubstr("A moderator looks at it first."));
  decide(Who::administrator, "2", {{"decision", "shown"}});
  EXPECT_EQ(signed_in(Who::worker).get("/voices/1/files/" + only_id()).status(), 200);
}

TEST_P(Files, AModeratorStrikesNothingOutOfAPhoto) {
  auto family = with({photo(images::a_jpeg())});
  sent(family);
  auto moderator = signed_in(Who::moderator);
  auto const fields = moderator.open("/moderation/1").page().forms().front();
  EXPECT_FALSE(fields.choices.contains({"decision", "struck"}));
  moderator.post(
      "/moderation/1",
      {{"csrf", moderator.field("csrf")}, {"decision", "struck"}, {"reason", "hurts"}, {"words", "Half of it"}});
  EXPECT_EQ(moderator.status(), 422);
}

TEST_P(Files, WhatWasRefusedLongAgoIsErased) {
  auto family = with({photo(images::a_jpeg())});
  auto const receipt = sent(family);
  decide(Who::moderator, "1", {{"decision", "refused"}, {"reason", "hurts"}});
  pass(Days{27});
  run_jobs();
  EXPECT_EQ(count("attachment_contents"), 1);
  pass(Days{2});
  run_jobs();
  EXPECT_EQ(count("attachment_contents"), 0);
  EXPECT_EQ(count("attachments"), 1) << "that there was one is kept";
  family.open(receipt + "/shown").submit({{"plea", "That is a statue."}});
  EXPECT_THAT(family.text(), HasSubstr("the file is erased"));
}

TEST_P(Files, ARecordingIsPlayedInParts) {
  auto family = with({recording(audio::an_mp3())});
  auto const path = "/say/files/" + only_id() + "/content";
  EXPECT_THAT(family.body(), HasSubstr("<audio"));
  auto const whole = family.get(path).body();
  EXPECT_EQ(family.header("Content-Type"), "audio/mpeg");
  EXPECT_EQ(family.header("Accept-Ranges"), "bytes");
  EXPECT_THAT(whole, Not(HasSubstr(audio::kTag)));
  family.get(path, {{"Range", "bytes=0-1"}, {"Accept-Encoding", "gzip, br"}});
  EXPECT_EQ(family.status(), 206);
  EXPECT_EQ(family.body(), whole.substr(0, 2));
  EXPECT_EQ(family.header("Content-Range"), "bytes 0-1/" + std::to_string(whole.size()));
}

TEST_P(Files, AreTakenOutAgain) {
  auto family = with({photo(images::a_jpeg()), photo(images::a_png(32, 32)), recording(audio::a_wav())});
  EXPECT_THAT(family.text(),
              AllOf(HasSubstr("Take out: Photo 1"), HasSubstr("Take out: Photo 2"), HasSubstr("Take out: Recording")));
  family.click("Take out: Photo 1");
  EXPECT_THAT(family.text(), HasSubstr("Take out this photo?"));
  auto second_click = family;
  family.submit();
  second_click.submit();
  EXPECT_EQ(family.path(), "/say/check");
  EXPECT_EQ(count("attachments"), 2);
  EXPECT_EQ(count("attachment_contents"), 2);
}

TEST_P(Files, ThoseOfAnotherVisitAreNotFound) {
  auto family = with({photo(images::a_jpeg())});
  auto const id = only_id();
  auto other = at_the_form();
  for (auto const* below : {"", "/content"}) {
    EXPECT_EQ(other.get("/say/files/" + id + below).status(), 404);
    EXPECT_EQ(browser().get("/say/files/" + id + below).status(), 404);
  }

  other.post("/say/files/" + id, {{"csrf", other.field("csrf")}});
  EXPECT_EQ(count("attachments"), 1);
  auto const receipt = sent(family);
  EXPECT_EQ(family.get("/say/files/" + id + "/content").status(), 404) << "it is held now, for its family too";
}

TEST_P(Files, TheSameFileTwiceAndASecondClickStoreItOnce) {
  auto family = at_the_form();
  auto second_click = family;
  family.send_files({photo(images::a_jpeg()), photo(images::a_jpeg(), "copy.jpg")});
  EXPECT_EQ(family.status(), 303);
  second_click.send_files({photo(images::a_jpeg())});
  EXPECT_EQ(second_click.status(), 303);
  EXPECT_EQ(count("attachments"), 1);
}

TEST_P(Files, SentTwiceTheyAreOneVoicesOnce) {
  auto family = with({photo(images::a_jpeg()), recording(audio::an_ogg())});
  auto second_click = family;
  family.submit();
  second_click.submit();
  EXPECT_EQ(family.path(), second_click.path());
  run_jobs();
  run_jobs();
  EXPECT_EQ(count("attachments"), 2);
  EXPECT_EQ(count("moderation_items"), 2);
}

TEST_P(Files, GoWithTheWordsWhenTheFamilyTakesThemBack) {
  auto family = with({photo(images::a_jpeg())});
  auto const receipt = sent(family);
  decide(Who::moderator, "1", {{"decision", "shown"}});
  auto const id = only_id();
  family.open(receipt + "/withdraw").submit();
  EXPECT_EQ(count("attachments"), 0);
  EXPECT_EQ(count("attachment_contents"), 0);
  EXPECT_EQ(signed_in(Who::worker).get("/voices/1/files/" + id).status(), 404);
  EXPECT_EQ(signed_in(Who::moderator).get("/moderation/1").status(), 404);
  EXPECT_THAT(family.open(receipt).text(), Not(HasSubstr("Photo")));
}

TEST_P(Files, GoWithADraftThatNobodySends) {
  auto family = with({photo(images::a_jpeg())});
  pass(Days{6});
  run_jobs();
  EXPECT_EQ(count("attachment_contents"), 1);
  pass(Days{2});
  run_jobs();
  EXPECT_EQ(count("attachments"), 0);
  EXPECT_EQ(count("attachment_contents"), 0);
}

TEST_P(Files, WhatIsWrongWithAFileIsSaidAndTheOthersAreKept) {
  using namespace std::string_literals;
  struct Case {
    std::string bytes;
    std::string said;
  };
  auto const whole = images::a_jpeg(200, 200);
  for (auto const& [bytes, said] :
       {Case{"", "is empty"}, Case{"GIF89a and more", "is no photo or recording that we can take"},
        Case{"<script>alert(1)</script>", "is no photo or recording"}, Case{"\0\0\0"s, "is no photo or recording"},
        Case{whole.substr(0, whole.size() / 2), "the picture is broken"}, Case{audio::an_mp4("vide"), "is a film"},
        Case{audio::an_mp4().substr(0, 100), "the recording is broken"},
        Case{images::a_png() + std::string(attachments::kLargestFile, 'x'), "is larger than 10 MB"}}) {
    auto family = at_the_form();
    auto const before = count("attachments");
    family.send_files({photo(bytes, "wrong.jpg"), photo(images::a_png(), "right.png")});
    EXPECT_EQ(family.status(), 422) << said;
    EXPECT_THAT(family.text(), AllOf(HasSubstr("“wrong.jpg” "), HasSubstr(said), HasSubstr("There is a problem"),
                                     HasSubstr("You have added")));
    EXPECT_EQ(count("attachments"), before + 1) << "the right one need not be chosen again";
  }
}

TEST_P(Files, TheirNamesAndTypesTellNothing) {
  auto family = at_the_form();
  family.send_files({{.field = attachments::kRecordingField,
                      .file_name = "<img src=x onerror=alert(2)>.html",
                      .content_type = "text/html",
                      .bytes = images::a_png()}});
  EXPECT_EQ(family.status(), 303) << family.text();
  EXPECT_EQ(family.get("/say/files/" + only_id() + "/content").header("Content-Type"), "image/jpeg");
  family.open("/say/files").send_files({photo("no picture", "<img src=x onerror=alert(2)>.jpg")});
  EXPECT_THAT(family.body(), Not(HasSubstr("<img src=x")));
  EXPECT_THAT(family.text(), HasSubstr("onerror=alert(2)"));
}

TEST_P(Files, TooManyAreSaidAndTheFirstAreKept) {
  auto family = at_the_form();
  std::vector<http::Upload> files;
  for (int each = 1; each <= 5; ++each) files.push_back(photo(images::a_jpeg(10 * each, 10)));
  for (auto const& sound : {audio::an_mp3(), audio::an_ogg()}) files.push_back(recording(sound));
  family.send_files(files);
  EXPECT_EQ(family.status(), 422);
  EXPECT_THAT(family.text(), AllOf(HasSubstr("You can send 3 photos."), HasSubstr("You can send 1 recording.")));
  EXPECT_EQ(count("attachments"), 4);
}

TEST_P(Files, AFormWithoutAFileSaysSo) {
  auto family = at_the_form();
  family.send_files({});
  EXPECT_EQ(family.status(), 422);
  EXPECT_THAT(family.text(), HasSubstr("Choose a photo or a recording first."));
}

TEST_P(Files, BrokenFormsAreSaidAndStoreNothing) {
  auto family = at_the_form();
  auto const type = http::Headers{{"Content-Type", std::string("multipart/form-data; boundary=") + Browser::kBoundary}};
  auto const whole = Browser::multipart({{"csrf", family.field("csrf")}}, {photo(images::a_jpeg())});
  for (auto const& body : {whole.substr(0, whole.size() - 20), whole.substr(0, whole.size() / 2),
                           std::string("nothing"), std::string(), std::string(1'000, '\0')}) {
    auto sender = family;
    sender.exchange("POST", "/say/files", type, body);
    EXPECT_EQ(sender.status(), 422) << body.size();
  }
  auto stale = family;
  stale.exchange("POST", "/say/files", type, Browser::multipart({{"csrf", "made-up"}}, {photo(images::a_jpeg())}));
  EXPECT_EQ(stale.status(), 422);
  EXPECT_THAT(stale.text(), HasSubstr("open for a long time"));
  auto elsewhere = family;
  auto from_elsewhere = type;
  from_elsewhere.add("Origin", "https://elsewhere.example");
  EXPECT_EQ(elsewhere.exchange("POST", "/say/files", from_elsewhere, whole).status(), 403);
  EXPECT_EQ(count("attachments"), 0);
}

TEST_P(Files, OnlyThePageOfFilesTakesALargeForm) {
  auto family = at_the_form();
  family.send_files({photo(std::string(attachments::kLargestForm, 'x'))});
  EXPECT_EQ(family.status(), 413);
  EXPECT_THAT(family.text(), HasSubstr("too much"));
  family.post("/say/check", {{"words", std::string(300'000, 'a')}});
  EXPECT_EQ(family.status(), 413);
}

TEST_P(Files, WithoutWordsThereIsNothingToAddTo) {
  auto anybody = browser();
  first_question(anybody);
  EXPECT_EQ(anybody.open("/say/files").path(), "/say");
  anybody.exchange("POST", "/say/files",
                   {{"Content-Type", std::string("multipart/form-data; boundary=") + Browser::kBoundary}},
                   Browser::multipart({}, {photo(images::a_jpeg())}));
  EXPECT_EQ(anybody.status(), 422);
  EXPECT_EQ(count("attachments"), 0);
}

TEST_P(Files, AChildAddsAPhotoAndKeepsTheirWords) {
  auto child = browser();
  // The first visit is told how to leave.
  child.open("/say/child").open("/say/child").submit({{"feeling", "sad"}});
  child.submit({{"about", "play"}});
  child.submit({{"words", "The swing is broken."}, {"may_show", "without-name"}, {"next", "files"}});
  EXPECT_EQ(child.path(), "/say/files");
  child.send_files({photo(images::a_jpeg())}).follow();
  EXPECT_EQ(child.path(), "/say/child/words");
  EXPECT_EQ(child.field("words"), "The swing is broken.");
  EXPECT_EQ(child.field("may_show"), "without-name");
  EXPECT_THAT(child.text(), HasSubstr("Take out: Photo"));
  child.submit();
  EXPECT_TRUE(child.path().starts_with("/say/received/")) << child.text();
  run_jobs();
  EXPECT_EQ(count("moderation_items"), 1);
}

TEST_P(Files, OfAHiddenVoiceAreForSafeguardingLeadsAlone) {
  person(Who::safeguarding_lead);
  auto family = with({photo(images::a_jpeg()), recording(audio::an_mp3())});
  auto const receipt = sent(family);
  decide(Who::moderator, "1", {{"decision", "shown"}});
  auto worker = signed_in(Who::worker);
  EXPECT_EQ(worker.get("/voices/1/files/1").status(), 200);
  auto moderator = signed_in(Who::moderator);
  moderator.open("/moderation/2").click("Somebody may be in danger").submit({{"why", "Something is wrong."}});
  EXPECT_EQ(moderator.path(), "/raised");

  EXPECT_EQ(moderator.get("/moderation/2").status(), 404);
  EXPECT_EQ(moderator.get("/moderation/2/file").status(), 404);
  EXPECT_THAT(moderator.open("/moderation").text(), HasSubstr("Nothing is waiting"));
  for (auto const who : kEverybody) EXPECT_NE(signed_in(who).get("/voices/1/files/1").status(), 200) << name_of(who);
  EXPECT_THAT(family.open(receipt).text(), HasSubstr("A moderator looks at it first.")) << "as if nothing had happened";

  auto lead = signed_in(Who::safeguarding_lead);
  std::string raised;
  for (auto const& link : lead.open("/safeguarding").page().links())
    if (link.href.starts_with("/safeguarding/S-")) raised = link.href;
  EXPECT_THAT(lead.open(raised).text(), HasSubstr("Photos and recordings"));
  auto administrator = signed_in(Who::administrator);
  for (auto const* file : {"/files/1", "/files/2"}) {
    EXPECT_EQ(lead.get(raised + file).status(), 200);
    EXPECT_EQ(administrator.get(raised + file).status(), 403);
    EXPECT_EQ(moderator.get(raised + file).status(), 403);
  }
  EXPECT_EQ(lead.get(raised + "/files/3").status(), 404);

  lead.open(raised + "/decide").submit({{"decision", "given-back"}, {"why", "It is a game."}});
  EXPECT_EQ(lead.get(raised + "/files/1").status(), 404);
  EXPECT_EQ(worker.get("/voices/1/files/1").status(), 200);
  EXPECT_EQ(moderator.get("/moderation/2").status(), 200);
}

}  // namespace
}  // namespace earshot::app
