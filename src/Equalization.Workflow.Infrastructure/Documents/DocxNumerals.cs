using System.Globalization;
using System.Text;

namespace Equalization.Workflow.Infrastructure.Documents;

/// <summary>A counter as Word writes it in each of its formats; an unknown format counts in plain digits.</summary>
internal static class DocxNumerals
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    private static readonly (int Value, string Sign)[] Roman =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    public static string Of(int value, string format) => format switch
    {
        "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "koreanCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" => Chinese(value),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Digits(value, "〇一二三四五六七八九"),
        "chineseLegalSimplified" => Chinese(value, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", keepsOne: true),
        "ideographLegalTraditional" => Chinese(value, "零壹貳參肆伍陸柒捌玖", "拾佰仟", keepsOne: true),
        "ideographEnclosedCircle" when value is >= 1 and <= 10 => Sign('㊀', value),
        "ideographTraditional" when value is >= 1 and <= 10 => Stems[value - 1].ToString(),
        "ideographZodiac" when value is >= 1 and <= 12 => Branches[value - 1].ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(value),
        "decimalEnclosedParen" when value is >= 1 and <= 20 => Sign('⑴', value),
        "decimalEnclosedFullstop" when value is >= 1 and <= 20 => Sign('⒈', value),
        "decimalFullWidth" or "decimalFullWidth2" => Digits(value, "０１２３４５６７８９"),
        "decimalZero" => value.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" when value >= 1 => Letters(value, 'a'),
        "upperLetter" when value >= 1 => Letters(value, 'A'),
        "upperRoman" when value is >= 1 and < 4000 => RomanOf(value),
        "lowerRoman" when value is >= 1 and < 4000 => RomanOf(value).ToLowerInvariant(),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Sign(char first, int value) => ((char)(first + value - 1)).ToString();

    private static string Circled(int value) => value switch
    {
        >= 1 and <= 20 => Sign('①', value),
        >= 21 and <= 35 => Sign('㉑', value - 20),
        >= 36 and <= 50 => Sign('㊱', value - 35),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Digits(int value, string digits) =>
        string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));

    /// <summary>A to Z, then AA to ZZ: the letter repeats, as Word counts.</summary>
    private static string Letters(int value, char first) => new((char)(first + ((value - 1) % 26)), Math.Min(((value - 1) / 26) + 1, 9));

    private static string RomanOf(int value)
    {
        var text = new StringBuilder();
        foreach (var (worth, sign) in Roman)
        {
            for (; value >= worth; value -= worth)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    /// <summary>十一, 一百零五. Ten is 十 and not 一十, except in the forms for cheques.</summary>
    private static string Chinese(int value, string digits = "零一二三四五六七八九", string places = "十百千", bool keepsOne = false)
    {
        if (value is < 1 or > 9999)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        var written = value.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < written.Length; i++)
        {
            var (digit, place) = (written[i] - '0', written.Length - i - 1);
            if (digit > 0)
            {
                text.Append(i > 0 && written[i - 1] == '0' ? digits[..1] : "").Append(digits[digit]).Append(place > 0 ? places[place - 1].ToString() : "");
            }
        }

        return !keepsOne && value is >= 10 and < 20 ? text.ToString(1, text.Length - 1) : text.ToString();
    }
}
