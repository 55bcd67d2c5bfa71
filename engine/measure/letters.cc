#include "measure/letters.h"

namespace nutgraf {

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

}  // namespace nutgraf
