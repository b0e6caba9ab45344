#include "platform/http/multipart.h"

#include <gtest/gtest.h>

namespace earshot::http {
namespace {

std::string part(std::string_view disposition, std::string_view content, std::string_view type = {}) {
  auto text = "--b\r\nContent-Disposition: form-data; " + std::string(disposition) + "\r\n";
  if (!type.empty()) text += "Content-Type: " + std::string(type) + "\r\n";
  return text + "\r\n" + std::string(content) + "\r\n";
}

struct Parsed {
  Form form;
  std::optional<Message> problem;

  bool operator==(Parsed const&) const = default;
};

Parsed parse(std::string_view body, std::size_t chunk = std::string::npos, MultipartLimits limits = {}) {
  MultipartParser parser("b", limits);
  for (; !body.empty(); body.remove_prefix(std::min(chunk, body.size()))) parser.feed(body.substr(0, chunk));
  parser.finish();
  auto problem = parser.problem();
  return {parser.take(), std::move(problem)};
}

TEST(Multipart, FieldsAndFilesAreRead) {
  auto const parsed = parse(
      part("name=\"words\"", "hello\r\nworld") +
      part("name=\"photo\"; filename=\"a.png\"", std::string_view("\x89P\0\r\n--", 7), "image/png") + "--b--\r\n");
  EXPECT_FALSE(parsed.problem);
  EXPECT_EQ(parsed.form.fields, (Fields{{"words", "hello\r\nworld"}}));
  ASSERT_EQ(parsed.form.uploads.size(), 1U);
  EXPECT_EQ(parsed.form.uploads[0], (Upload{"photo", "a.png", "image/png", std::string("\x89P\0\r\n--", 7)}));
}

TEST(Multipart, HoweverItIsCutItReadsTheSame) {
  auto const body = "before\r\n" + part("name=\"a\"", "one\r\n--not the end\r") +
                    part("name=a; filename=x", "\r\n\r\n--") + part("name=\"e\"", "") + "--b--after";
  auto const whole = parse(body);
  EXPECT_FALSE(whole.problem);
  EXPECT_EQ(whole.form.fields.size(), 2U);
  for (std::size_t chunk = 1; chunk < body.size(); ++chunk) EXPECT_EQ(parse(body, chunk), whole) << chunk;
}

TEST(Multipart, AFileFieldInWhichNobodyChoseAFileIsAnEmptyField) {
  auto const parsed = parse(part("name=\"photo\"; filename=\"\"", "", "application/octet-stream") + "--b--");
  EXPECT_TRUE(parsed.form.uploads.empty());
  EXPECT_EQ(parsed.form.fields, (Fields{{"photo", ""}}));
}

TEST(Multipart, NamesAreReadAsBrowsersWriteThem) {
  auto const parsed = parse(part(R"(name="say %22hi%22"; filename="C:\photos\me; \"us\".jpg")", "x") + "--b--");
  ASSERT_EQ(parsed.form.uploads.size(), 1U);
  EXPECT_EQ(parsed.form.uploads[0].field, "say \"hi\"");
  EXPECT_EQ(parsed.form.uploads[0].file_name, "me; \"us\".jpg");
  EXPECT_EQ(parse(part("name=x; filename=\"../../etc/passwd\"", "x") + "--b--").form.uploads[0].file_name, "passwd");
}

TEST(Multipart, BrokenTextIsToldAndTheRestIsKept) {
  auto const parsed = parse(part("name=a", "x\xFFy") + part("name=b", std::string_view("n\0ul", 4)) +
                            part("name=c; filename=c", "\xFF") + "--b--");
  EXPECT_TRUE(parsed.problem);
  EXPECT_EQ(parsed.form.fields, (Fields{{"a", "x\xEF\xBF\xBDy"}, {"b", "nul"}}));
  EXPECT_EQ(parsed.form.uploads[0].bytes, "\xFF") << "the bytes of a file are nobody's text";
}

TEST(Multipart, AFormThatStopsShortKeepsItsWholeParts) {
  auto const parsed = parse(part("name=a", "1") + part("name=b", "2"));
  EXPECT_TRUE(parsed.problem);
  EXPECT_EQ(parsed.form.fields, (Fields{{"a", "1"}}));
  EXPECT_TRUE(parse("").problem);
}

TEST(Multipart, PartsThatAreNoPartsOfAFormAreRefused) {
  EXPECT_TRUE(parse("--b\r\n\r\nno header\r\n--b--").problem);
  EXPECT_TRUE(parse("--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--").problem);
  EXPECT_TRUE(parse("--bx\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b--").problem);
}

TEST(Multipart, LimitsHoldWhateverTheCut) {
  auto const body = part("name=a", "12345") + part("name=b", "67890") + "--b--";
  for (auto const chunk : {std::size_t{1}, std::size_t{7}, std::string::npos}) {
    EXPECT_FALSE(parse(body, chunk, {.parts = 2, .part_header_bytes = 100, .total_bytes = 10}).problem);
    EXPECT_EQ(parse(body, chunk, {.parts = 1}).form.fields.size(), 1U);
    EXPECT_TRUE(parse(body, chunk, {.parts = 1}).problem);
    EXPECT_TRUE(parse(body, chunk, {.total_bytes = 9}).problem);
    EXPECT_TRUE(parse(body, chunk, {.part_header_bytes = 30}).problem);
  }
}

TEST(Multipart, TheBoundaryIsFoundInTheContentType) {
  EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=----x"), "----x");
  EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""), "a b");
  EXPECT_FALSE(multipart_boundary("multipart/form-data"));
  EXPECT_FALSE(multipart_boundary("multipart/form-data; boundary="));
  EXPECT_FALSE(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'x')));
  EXPECT_FALSE(multipart_boundary("application/x-www-form-urlencoded; boundary=x"));
}

}  // namespace
}  // namespace earshot::http
