using System.Globalization;
using System.Text.Json;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Tests.Ui;

public sealed class TranslationTests
{
    private static readonly Texts All = Texts.Load();

    [Fact]
    public void Every_Chinese_text_of_a_page_can_be_looked_up()
    {
        var stray = SourceTexts.Files(".cshtml").SelectMany(file => SourceTexts.Stray(file.Text), (file, text) => $"{file.File}: {text}").ToList();
        Assert.True(stray.Count == 0, "Put into @L[\"…\"]:\n" + string.Join('\n', stray));
    }

    [Fact]
    public void Every_text_that_is_looked_up_has_its_English()
    {
        var sources = SourceTexts.Files(".cshtml").Concat(SourceTexts.Files(".cs")).ToList();
        Assert.Contains(sources, file => file.File.EndsWith("_Layout.cshtml", StringComparison.Ordinal));
        var missing = sources.SelectMany(file => SourceTexts.Keys(file.Text).Where(key => !IsEnglish(key)), (file, key) => $"{file.File}: {key}").Distinct().ToList();
        Assert.True(missing.Count == 0, "Add to a Resources/en.*.json:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void No_text_is_put_together_where_it_cannot_be_looked_up()
    {
        var glued = SourceTexts.Files(".cshtml").Concat(SourceTexts.Files(".cs"))
            .SelectMany(file => SourceTexts.Unlookable(file.Text), (file, text) => $"{file.File}: {text}").ToList();
        Assert.True(glued.Count == 0, "Use {0} and an argument:\n" + string.Join('\n', glued));
    }

    [Fact]
    public void English_asks_for_no_more_than_the_Chinese_gives()
    {
        using var _ = new Culture("en");
        foreach (var text in All.GetAllStrings(includeParentCultures: false))
        {
            var places = text.Name.Count(c => c == '{');
            var given = Enumerable.Range(0, places).Select(n => (object)n).ToArray();
            Assert.True(Record.Exception(() => All[text.Name, given]) is null, $"“{text.Value}” does not fit “{text.Name}”");
        }
    }

    [Fact]
    public void The_files_of_English_are_sorted()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SourceTexts.Root(), "src/Equalization.Workflow.Web/Resources"), "en*.json"))
        {
            var keys = JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateObject().Select(pair => pair.Name).ToList();
            Assert.True(keys.SequenceEqual(keys.Order(StringComparer.Ordinal)), $"{Path.GetFileName(file)}: sort the keys by their code points");
        }
    }

    [Fact]
    public void The_checks_find_what_they_are_for()
    {
        const string page = """
            @* 注释 *@ <!-- 注释 --> <p title="提示">@L["签收任务"] @L["还剩 {0} 天", Model.Days[0]] 裸文</p>
            @{ var a = L[$"共 {n} 条"]; } // 注释
            """;
        Assert.Equal(["提示", "裸文", "共", "条"], SourceTexts.Stray(page));
        Assert.Equal(["签收任务", "还剩 {0} 天"], SourceTexts.Keys(page));
        Assert.Single(SourceTexts.Unlookable(page));

        const string code = """
            throw new RuleBroken("late", "期限已过，请申请延期。") { Field = nameof(Name) }; // new RuleBroken("x", "注释")
            throw new RuleBroken(
                RuleBroken.Stale, "请在 {0} 前办理。", day);
            throw new RuleBroken("glued", $"已逾 {days} 天");
            public static RuleBroken Gone() => new(NotFound, "没有找到。");
            Texts.Mark("看板"); l["牵头"];
            return (Light.Red, "期限 {0} 已过", [day]);
            """;
        Assert.Equal(["期限已过，请申请延期。", "请在 {0} 前办理。", "没有找到。", "看板", "牵头", "期限 {0} 已过"], SourceTexts.Keys(code).OrderBy(key => code.IndexOf(key, StringComparison.Ordinal)));
        Assert.Single(SourceTexts.Unlookable(code));
        Assert.False(IsEnglish("这一条没有译文"));
    }

    [Fact]
    public void One_key_with_two_translations_stops_the_start()
    {
        (string, IReadOnlyDictionary<string, string>) File(string name, string text) => (name, new Dictionary<string, string> { ["看板"] = text });
        Assert.Single(Texts.Merge([File("en.a.json", "Board"), File("en.b.json", "Board")]));
        Assert.Throws<InvalidOperationException>(() => Texts.Merge([File("en.a.json", "Board"), File("en.b.json", "Panel")]));
    }

    [Fact]
    public void A_text_without_English_is_shown_in_Chinese()
    {
        using var _ = new Culture("en");
        Assert.Equal("看板", new Texts(new Dictionary<string, string>())["看板"].Value);
        Assert.Equal("Board", All["看板"].Value);
    }

    [Fact]
    public void English_counts_one_day_and_two_days()
    {
        using var _ = new Culture("en");
        Assert.Equal("1 working day left", All["还剩 {0} 个工作日", 1].Value);
        Assert.Equal("2 working days left", All["还剩 {0} 个工作日", 2].Value);
    }

    [Fact]
    public void Days_are_written_as_people_write_them()
    {
        var day = new DateOnly(2026, 11, 21);
        var evening = new DateTime(2026, 11, 20, 16, 5, 0, DateTimeKind.Utc);
        Assert.Equal("2026年11月21日 (周六)", Dates.Day(day, new CultureInfo("zh-CN")));
        Assert.Equal("Sat, 21 Nov 2026", Dates.Day(day, new CultureInfo("en")));
        Assert.Equal("2026年11月21日 (周六) 00:05", Dates.Instant(evening, new CultureInfo("zh-CN")));
        using var _ = new Culture("zh-CN");
        Assert.Equal("2026年11月21日 (周六) 时的职务", All["{0} 时的职务", day].Value);
    }

    private static bool IsEnglish(string key)
    {
        using var _ = new Culture("en");
        return !All[key].ResourceNotFound;
    }

    private sealed class Culture : IDisposable
    {
        private readonly CultureInfo before = CultureInfo.CurrentUICulture;

        public Culture(string name) => CultureInfo.CurrentUICulture = new CultureInfo(name);

        public void Dispose() => CultureInfo.CurrentUICulture = before;
    }
}
