using System.Globalization;

namespace Equalization.Workflow.Core;

/// <summary>Chinese order as a stored key, so that both databases sort names alike: pinyin order of the zh-CN collation, in hexadecimal.</summary>
public static class SortKeys
{
    public const int MaxLength = 200;

    private static readonly CompareInfo Chinese = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    public static string Of(string name)
    {
        var hex = Convert.ToHexString(Chinese.GetSortKey(name, CompareOptions.IgnoreWidth).KeyData);
        return hex.Length <= MaxLength ? hex : hex[..MaxLength];
    }
}
