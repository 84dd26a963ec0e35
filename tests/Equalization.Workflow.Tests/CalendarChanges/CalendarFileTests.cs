using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.CalendarChanges;
using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Tests.CalendarChanges;

public sealed class CalendarFileTests
{
    private const string Good = "date,kind,name\n2027-01-01,holiday,元旦\n2027-01-03,workday,元旦补班\n";

    [Fact]
    public void Rows_are_read_with_and_without_a_head_in_the_forms_people_write()
    {
        var days = CalendarFile.Read(Good).Days;
        Assert.Equal([(new DateOnly(2027, 1, 1), CalendarDayKind.Holiday, "元旦"), (new DateOnly(2027, 1, 3), CalendarDayKind.Workday, "元旦补班")],
            days.Select(d => (d.Day, d.Kind, d.Name)));

        var other = CalendarFile.Read("\uFEFF2027/1/3；补班；元旦\r\n\r\n2027年1月1日\t放假\t元旦\r\n\"20270102\",Holiday,\r\n");
        Assert.Empty(other.Flaws);
        Assert.Equal([1, 2, 3], other.Days.Select(d => d.Day.Day));
    }

    [Fact]
    public void A_file_of_a_Chinese_spreadsheet_program_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        Assert.Equal("元旦", CalendarFile.Read(Encoding.GetEncoding("GB18030").GetBytes(Good)).Days[0].Name);
        Assert.Equal("元旦", CalendarFile.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Good)]).Days[0].Name);
    }

    [Fact]
    public void Every_wrong_row_is_named_with_its_number_and_the_others_are_read()
    {
        var file = CalendarFile.Read("""
            date,kind,name
            2027-13-01,holiday,元旦
            2027-01-04,workday,周一
            2027-01-01,holiday,元旦
            2027-01-01,holiday,元旦
            2027-02-30,holiday,没有的日子
            2027-01-02,rest,元旦
            1927-01-02,holiday,元旦
            2027-01-05
            2027-01-06,holiday,这个节日的名称实在是太长了超过了二十个字的上限
            2027-01-09,workday,元旦补班
            """);

        Assert.Equal([2, 3, 5, 6, 7, 8, 9, 10], file.Flaws.Select(f => f.Row));
        Assert.Equal([1, 9], file.Days.Select(d => d.Day.Day));
    }

    [Fact]
    public void What_is_no_table_of_days_is_refused_with_what_to_do()
    {
        Assert.Equal("calendar-large", Code(() => CalendarFile.Read(new byte[CalendarFile.LargestFile + 1])));
        Assert.Equal("calendar-not-text", Code(() => CalendarFile.Read("PK\x03\x04\x14\0\x06\0"u8)));
        Assert.Equal("calendar-not-text", Code(() => CalendarFile.Read([])));
        Assert.Equal("calendar-empty", Code(() => CalendarFile.Read("date,kind,name\n")));
        Assert.Equal(50, CalendarFile.Read(string.Concat(Enumerable.Repeat("1,什么,都不是\n", 500))).Flaws.Count);
    }

    [Fact]
    public void Changes_written_down_are_read_back_and_can_be_taken_back()
    {
        var before = new WorkingCalendar([Day(1, CalendarDayKind.Holiday), Day(2, CalendarDayKind.Holiday), Day(3, CalendarDayKind.Workday)]);
        var changes = DayChange.Between(before, [Day(1, CalendarDayKind.Holiday), Day(3, CalendarDayKind.Holiday), Day(9, CalendarDayKind.Workday)], replaceYears: true);
        Assert.Equal([(2, true, false), (3, true, true), (9, false, true)], changes.Select(c => (c.Day.Day, c.Before is not null, c.After is not null)));

        var read = DayChange.Read(DayChange.Write(changes));
        var back = DayChange.Apply(DayChange.Apply(before, read), read, back: true);

        Assert.Equal(Lines(before), Lines(back));
        Assert.Empty(DayChange.Between(before, [Day(1, CalendarDayKind.Holiday)], replaceYears: false));
        Assert.Equal(2, DayChange.Between(before, [Day(1, CalendarDayKind.Holiday)], replaceYears: true).Count);
    }

    private static IEnumerable<string> Lines(WorkingCalendar calendar) => calendar.Days.OrderBy(d => d.Day).Select(d => $"{d.Day:O} {d.Kind} {d.Name}");

    private static CalendarDay Day(int day, CalendarDayKind kind) => new() { Day = new DateOnly(2027, 1, day), Kind = kind, Name = "元旦" };

    private static string Code(Action read) => Assert.Throws<RuleBroken>(read).Code;
}
