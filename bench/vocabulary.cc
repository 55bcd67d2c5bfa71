#include "vocabulary.h"

#include <algorithm>
#include <unordered_set>

namespace nutgraf::bench {
namespace {

constexpr std::size_t kWords = 12000;

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> items;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (end > 0) items.push_back(list.substr(0, end) == "-" ? std::string_view() : list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return items;
}

// Puts words together from syllables; the common ones are shorter.
class WordMaker {
 public:
  explicit WordMaker(const Letters& letters)
      : onsets_(split(letters.onsets)),
        vowels_(split(letters.vowels)),
        codas_(split(letters.codas)),
        endings_(split(letters.endings)),
        most_syllables_(letters.most_syllables) {}

  std::string make(std::size_t rank, Random& random) const {
    const std::size_t syllables =
        1 + random.below(rank < kWords / 4 ? std::min<std::size_t>(most_syllables_, 2) : most_syllables_);
    std::string word;
    for (std::size_t i = 0; i < syllables; ++i) {
      word += random.pick(onsets_);
      word += random.pick(vowels_);
      if (i + 1 == syllables || random.one_in(4)) word += random.pick(codas_);
    }
    return word += random.pick(endings_);
  }

 private:
  std::vector<std::string_view> onsets_, vowels_, codas_, endings_;
  std::size_t most_syllables_;
};

}  // namespace

const Letters kLatinLetters = {
    .language = "en",
    .function_words =
        "the of to and a in that for is on was with said it as at by he from be are have has an this not but his were "
        "they will who had its been their which more or would about one we after there when up than out also if new "
        "all into over two so could what no other people some first last can she year her time just many before now "
        "only years most because where between how while under since against both during those our still any them",
    .onsets = "b c d f g h l m n p r s t v w br cl cr dr fl gr pl pr sh st tr th ch sp",
    .vowels = "a e i o u a e i o ea ou ai",
    .codas = "- n r l s t m nd rt ck st",
    .endings = "- - - - - - - s s s ed ing er ly tion al",
    .most_syllables = 3,
    .titles = "Mr. Mrs. Ms. Dr. Sen. Gov. Prof. Gen.",
    .abbreviations = "U.S. U.N. Inc. Corp. St. Jan. Oct. a.m. p.m. vs. etc. Co. No. D.C.",
    .space = " ",
    .comma = ",",
    .stop = ".",
    .question = "?",
    .quote = "\"",
    .end_quote = ",\" said ",
};

const Letters kCyrillicLetters = {
    .language = "ru",
    .function_words =
        "в и на не что с по он это для как из к его от а было о за до но при также она их или все который того более "
        "после будет уже так ее во может были со чтобы года только был один этом между еще когда если под лет без том "
        "через быть них где теперь можно есть этого даже время два очень без перед сейчас мы нет",
    .onsets = "б в г д ж з к л м н п р с т х ц ч ш ст пр тр кр гр сл вл бр зн",
    .vowels = "а о е и у ы я ю а о е и",
    .codas = "- - н р л с т м к ст в",
    .endings = "а ов ый ого ать ил ение ость ами ия - у ом",
    .most_syllables = 3,
    .titles = "г-н г-жа проф. ген. акад.",
    .abbreviations = "т.е. т.д. г. ул. руб. млн. млрд. им. др.",
    .space = " ",
    .comma = ",",
    .stop = ".",
    .question = "?",
    .quote = "«",
    .end_quote = "», — сказал ",
};

const Letters kHanLetters = {
    .language = "zh",
    .function_words =
        "的 是 在 了 和 有 为 对 与 中 上 将 也 不 这 他 于 到 等 以 个 被 并 从 我们 他们 就 都 而 已 但 更 后 由 向 "
        "还 年 月 日 表示 可以 没有 进行 通过 因为 所以 如果 这个 一个 目前 其中 以及 同时",
    .onsets =
        "国 人 大 会 市 经 济 政 府 发 展 中 工 作 社 地 方 民 生 公 司 新 建 设 部 门 长 区 项 目 管 理 业 产 "
        "学 校 水 电 港 路 桥 车 海 山 城 村 农 商 场 服 务 信 息 安 全 法 院 报 告 调 查 研 究",
    .vowels = "- 部 员 力 家 化 性 度 量 场 会 局 站 线 报 议 案 点 心 力 题 策 动 行 期",
    .codas = "- - - - - - 员 长 部 会 局 们 者 性 化 度 区 市 省 法 率 额 权 案 台 队",
    .endings = "-",
    .most_syllables = 1,
    .titles = "主席 部长 教授 市长",
    .abbreviations = "A股 GDP 5G 3月1日",
    .space = "",
    .comma = "，",
    .stop = "。",
    .question = "？",
    .quote = "“",
    .end_quote = "。”说话的是",
};

Vocabulary::Vocabulary(const Letters& letters)
    : letters_(letters), titles_(split(letters.titles)), abbreviations_(split(letters.abbreviations)) {
  std::unordered_set<std::string> known;
  const auto add = [&](std::string word) {
    if (known.insert(word).second) words_.push_back(std::move(word));
  };
  for (const std::string_view word : split(letters.function_words)) add(std::string(word));
  function_words_ = words_.size();  // NOLINT(cppcoreguidelines-prefer-member-initializer): known only now

  Random random(0);  // a language is the same whoever writes in it
  const WordMaker maker(letters);
  while (words_.size() < kWords) add(maker.make(words_.size(), random));

  std::uint64_t sum = 0;
  for (std::size_t rank = 0; rank < kWords; ++rank) up_to_.push_back(sum += (std::uint64_t{1} << 40) / (2 * rank + 5));
}

std::size_t Vocabulary::draw(Random& random) const {
  const std::uint64_t at = random.below(up_to_.back());
  return static_cast<std::size_t>(std::ranges::upper_bound(up_to_, at) - up_to_.begin());
}

}  // namespace nutgraf::bench
