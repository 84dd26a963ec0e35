using System.Text;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans.Files;

/// <summary>Text in the making, with the stretches of it that are set aside. Refuses with plan-file-too-large what no plan is.</summary>
public sealed class SourceWriter
{
    /// <summary>A plan of a thousand pages has a tenth of it; what says more is made to exhaust the reader.</summary>
    public const int MostWords = 20_000_000;

    private readonly StringBuilder text = new();
    private readonly List<SkippedText> aside = [];

    public int Length => text.Length;

    public IReadOnlyList<SkippedText> SetAside => aside;

    /// <summary>With a reason, the words are set aside; a stretch that goes on for the same reason stays one.</summary>
    public SourceWriter Append(string words, string? reason = null)
    {
        CheckRoom(words.Length);
        if (reason is not null && words.Length > 0)
        {
            SetAsideFrom(text.Length, words.Length, reason);
        }

        text.Append(words);
        return this;
    }

    public SourceWriter Append(SourceWriter other, string? reason = null)
    {
        if (reason is not null)
        {
            return Append(other.ToString(), reason);
        }

        CheckRoom(other.Length);
        foreach (var stretch in other.aside)
        {
            SetAsideFrom(text.Length + stretch.Span.Start, stretch.Span.Length, stretch.Reason);
        }

        text.Append(other.text);
        return this;
    }

    /// <summary>What another says, trimmed and in one line, with the sign that parts cells replaced: the words of a table's cell.</summary>
    public SourceWriter AppendCell(SourceWriter other)
    {
        CheckRoom(other.Length);
        var words = other.ToString();
        var start = words.Length - words.AsSpan().TrimStart().Length;
        var length = words.AsSpan().Trim().Length;
        foreach (var stretch in other.aside)
        {
            var from = Math.Max(stretch.Span.Start, start);
            var to = Math.Min(stretch.Span.End, start + length);
            if (to > from)
            {
                SetAsideFrom(text.Length + from - start, to - from, stretch.Reason);
            }
        }

        text.Append(words.AsSpan(start, length)).Replace('|', '/', text.Length - length, length).Replace('\n', ' ', text.Length - length, length);
        return this;
    }

    public override string ToString() => text.ToString();

    private void CheckRoom(int more)
    {
        if (more > MostWords - text.Length)
        {
            throw new RuleBroken("plan-file-too-large", "这份文件里的文字超过 {0} 万字，没有读取。请只保留方案正文后重新导入。", MostWords / 10_000);
        }
    }

    private void SetAsideFrom(int start, int length, string reason)
    {
        if (aside.Count > 0 && aside[^1].Reason == reason && aside[^1].Span.End == start)
        {
            aside[^1] = aside[^1] with { Span = new SourceSpan(aside[^1].Span.Start, aside[^1].Span.Length + length) };
        }
        else
        {
            aside.Add(new SkippedText(new SourceSpan(start, length), reason));
        }
    }
}
