#include "platform/crypto/signature.h"

#include <memory>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include "platform/crypto/sodium.h"

namespace earshot::crypto {
namespace {

constexpr std::size_t kFewestBytes = 256;
constexpr std::size_t kMostBytes = 1024;

template <auto Free>
struct With {
  template <class T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
using Number = std::unique_ptr<BIGNUM, With<BN_free>>;
using Key = std::unique_ptr<EVP_PKEY, With<EVP_PKEY_free>>;

Number number(std::string_view bytes) {
  return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

Key public_key(std::string_view modulus, std::string_view exponent) {
  auto const n = number(modulus);
  auto const e = number(exponent);
  std::unique_ptr<OSSL_PARAM_BLD, With<OSSL_PARAM_BLD_free>> const builder(OSSL_PARAM_BLD_new());
  if (!n || !e || !builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
    return nullptr;
  std::unique_ptr<OSSL_PARAM, With<OSSL_PARAM_free>> const params(OSSL_PARAM_BLD_to_param(builder.get()));
  std::unique_ptr<EVP_PKEY_CTX, With<EVP_PKEY_CTX_free>> const context(
      EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
  EVP_PKEY* key = nullptr;
  if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
    return nullptr;
  return Key(key);
}

}  // namespace

bool rs256_verifies(std::string_view modulus, std::string_view exponent, std::string_view data,
                    std::string_view signature) {
  if (modulus.size() < kFewestBytes || modulus.size() > kMostBytes || exponent.empty() || exponent.size() > 8)
    return false;
  auto const key = public_key(modulus, exponent);
  std::unique_ptr<EVP_MD_CTX, With<EVP_MD_CTX_free>> const digest(EVP_MD_CTX_new());
  return key && digest && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
         EVP_DigestVerify(digest.get(), bytes_of(signature), signature.size(), bytes_of(data), data.size()) == 1;
}

}  // namespace earshot::crypto
