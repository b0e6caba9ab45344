#include "people/passwords.h"

#include <gtest/gtest.h>

namespace earshot::people {
namespace {

constexpr KnownOf kPriya{.email = "priya.nair@fenshire.example", .name = "Priya Nair", .place = "Fenshire families"};

TEST(Passwords, ManyPeopleUseAreRefused) {
  for (auto const* password :
       {"password",         "Password1", "PASSWORD!",   "p4ssw0rd",   "p@$$w0rd",   "P@ssw0rd123", "P@55w0rd123!",
        "passwordpassword", "12345678",  "87654321",    "1234567890", "qwertyuiop", "qwerty123",   "1qaz2wsx",
        "zxcvbnm1",         "asdfghjkl", "aaaaaaaa",    "abcabcabc",  "11111111",   "iloveyou",    "i love you",
        "Liverpool1",       "sunshine",  "Summer2026!", "football99", "letmein1",   "welcome2026", "charlie123",
        "12051984",         "19840512",  "abcdefgh",    "123123123",  "princess1"})
    EXPECT_TRUE(is_common_password(password)) << password;
}

TEST(Passwords, ThatFewPeopleWouldThinkOfAreTaken) {
  for (auto const* password :
       {"blue kettle in march", "purple lorry tuesday tea", "kvxwq zmbt", "summer house lamp", "84719263",
        "the bus is late again", "xK9!vb2#", "گھر کے سامنے درخت", "Mae'r bws yn hwyr"})
    EXPECT_TRUE(check_new_password(password, kPriya)) << password;
}

TEST(Passwords, MadeOfWhatOthersKnowAreRefused) {
  for (auto const* password : {"priyanair", "PriyaNair2026", "fenshire1", "Fenshire-Families!", "earshot2026",
                               "nair.priya", "123priya456", "PRIYA@fenshire", "priyaxyz"})
    EXPECT_TRUE(is_made_of_what_is_known(password, kPriya)) << password;
  EXPECT_FALSE(is_made_of_what_is_known("priya waters the lemon tree", kPriya)) << "most of it is her own";
  EXPECT_FALSE(is_made_of_what_is_known("84719263", kPriya)) << "nothing of it is known";
}

TEST(Passwords, AreCountedInCharactersAndNeverCut) {
  auto const refusal = [](std::string_view password) {
    auto const result = check_new_password(password, kPriya);
    return result ? std::string() : result.error().problems.front().message.id;
  };
  EXPECT_TRUE(refusal("kvx wqz").starts_with("Use a password of at least 8"));
  EXPECT_EQ(refusal("kvx wqzm"), "");
  EXPECT_TRUE(refusal("بس دیر").starts_with("Use a password of at least 8")) << "six letters in eleven bytes";
  std::string long_one;
  while (long_one.size() < 199) long_one += "kvxwqzmbt "[long_one.size() % 10];
  EXPECT_EQ(refusal(long_one + "q"), "");
  EXPECT_TRUE(refusal(long_one + "qq").starts_with("Use a password of at most 200"));
}

TEST(Passwords, SayOnTheFieldWhatIsWrong) {
  auto const result = check_new_password("password1", kPriya, "new");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().problems.front().field, "new");
}

}  // namespace
}  // namespace earshot::people
