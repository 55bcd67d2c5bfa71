// Which sentences are cut out of a quotation: that it opened before them, or closes behind them.
//
//   "We waited nine days.| Nobody came.| It was a shame," Marrow said.| She left.
//     opens                inside        closes
//
// A quotation is followed through a paragraph and dropped at its end, where news opens it anew; so is one that goes on
// for more than a few sentences, since a mark was lost. Typographic quotes tell which way they turn, the low ones of
// German and others too; straight ones by the white space beside them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nutgraf {

class QuotationReader {
 public:
  struct Cut {
    bool before = false;  // the sentence begins inside a quotation
    bool behind = false;  // and ends inside one
  };

  // The sentences of an article in order.
  Cut read(std::string_view sentence, std::uint32_t paragraph);

 private:
  std::uint32_t paragraph_ = UINT32_MAX;
  std::size_t sentences_ = 0;  // that the quotation goes on for
  bool open_ = false;
  bool low_ = false;  // by a low mark, to which the high ones close
};

}  // namespace nutgraf
