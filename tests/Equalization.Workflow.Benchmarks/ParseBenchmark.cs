using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Infrastructure.Documents;

namespace Equalization.Workflow.Benchmarks;

/// <summary>Reading a plan file into a draft, first and again: under a second; a .docx of 1,000 measures under three, in less than 300 MiB.</summary>
public static class ParseBenchmark
{
    private const int Times = 20;
    private const double Bound = 1;
    private const int LargeMeasures = 1000;
    private const double LargeBound = 3;
    private const double LargeMemory = 300;

    public static async Task<int> Run(string[] arguments)
    {
        var bounds = new Bounds();
        if (arguments.Length == 0)
        {
            // Before anything else has grown the process.
            await Large(bounds);
        }

        var plan = Places.Plan(arguments);
        var first = Stopwatch.StartNew();
        var draft = await Read(plan);
        first.Stop();
        var again = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
        {
            await Read(plan);
        }

        Console.WriteLine($"{Path.GetFileName(plan)}: {draft.Measures.Count} measures, {draft.Text.Length} characters; {again.Elapsed.TotalSeconds / Times:0.000} s when warm");
        bounds.AtMost("Parse, first time", first.Elapsed.TotalSeconds, Bound, " s");
        return bounds.ExitCode;
    }

    public static async Task<PlanDraft> Read(string plan)
    {
        await using var file = File.OpenRead(plan);
        return (await PlanDocumentReader.Read(plan, file, withHidden: false, CancellationToken.None)).Read();
    }

    private static async Task Large(Bounds bounds)
    {
        var file = Path.Combine(Places.Kept("parse"), "1000.docx");
        Write(file);
        var clock = Stopwatch.StartNew();
        var draft = await Read(file);
        clock.Stop();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{Path.GetFileName(file)}: {draft.Text.Length} characters, {(double)draft.Looks / draft.Text.Length:0} looks at each");
        bounds.Exactly("Measures of the large plan", draft.Measures.Count, LargeMeasures);
        bounds.AtMost("Parse of the large plan", clock.Elapsed.TotalSeconds, LargeBound, " s");
        bounds.AtMost("Memory of the process", process.PeakWorkingSet64 / 1048576.0, LargeMemory, " MiB");
    }

    /// <summary>Some 300 pages: twenty measures in each of fifty sections, with units, dates and numbers.</summary>
    private static void Write(string file)
    {
        using var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document);
        var body = document.AddMainDocumentPart().Document = new Document(new Body());
        Add(body, "某市义务教育优质均衡发展行动计划");
        Add(body, "(2021-2025)");
        Add(body, "二、主要措施");
        for (var i = 0; i < LargeMeasures; i++)
        {
            if (i % 20 == 0)
            {
                Add(body, $"(第{(i / 20) + 1}组)推进各项建设。");
            }

            Add(body, $"{i % 20 + 1}.完善第{i + 1}批学校的建设规划。统筹人口变化和城镇化进程，合理布局学校，分年实施新建、改建和扩建项目，逐校建立台账。"
                + $"{2021 + (i % 5)}年底前{60 + (i % 40)}%以上学校达到国家标准，大规模学校消减至{i % 50 + 1}所以内，每年招聘教师不低于10%。"
                + "加强过程管理，定期通报进展，对推进不力的单位按规定约谈，确保各项任务按期完成，让群众满意。"
                + "(牵头单位:市教育局,配合单位:各区县(市)政府、市发展改革委,市财政局、市人力资源和社会保障局)");
        }
    }

    private static void Add(Document document, string text) => document.Body!.AppendChild(new Paragraph(new Run(new Text(text))));
}
