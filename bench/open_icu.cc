// The least that a program that uses ICU does: opens a sentence BreakIterator and exits.
#include <unicode/brkiter.h>

#include <memory>

int main() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  return U_SUCCESS(status) ? 0 : 1;
}
