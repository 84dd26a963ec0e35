using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Mail;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Notifications;

/// <summary>Mails as text: headers, calendar files, addresses.</summary>
public sealed class MailTextTests
{
    [Fact]
    public void Every_encoded_word_holds_whole_characters_and_fits_its_line()
    {
        var subject = string.Concat(Enumerable.Repeat("义务教育优质均衡𠮷a", 30));

        var lines = EncodedWords.Text(subject).Split("\r\n ");

        Assert.All(lines, line => Assert.True(line.Length <= 66, line));
        var parts = lines.Select(line => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(line[10..^2])));
        Assert.Equal(subject, string.Concat(parts));
    }

    [Fact]
    public void A_short_text_in_english_stays_readable() => Assert.Equal("Test 1", EncodedWords.Text("Test 1"));

    [Fact]
    public void What_looks_like_an_encoded_word_is_encoded() => Assert.StartsWith("=?utf-8?B?", EncodedWords.Text("=?utf-8?B?5L2g?="));

    [Fact]
    public void A_name_with_quotes_stays_one_name() => Assert.Equal("\"A \\\"B\\\" \\\\C\"", EncodedWords.Phrase("A \"B\" \\C"));

    [Theory]
    [InlineData("主题\r\nBcc: all@example.com", "张三", "a@b.cn", "f.ics")]
    [InlineData("主题\n", "张三", "a@b.cn", "f.ics")]
    [InlineData("主题", "张三\r\nBcc: all@example.com", "a@b.cn", "f.ics")]
    [InlineData("主题", "张三", "a@b.cn>\r\nRCPT TO:<x@y.cn", "f.ics")]
    [InlineData("主题", "张三", "a@b.cn", "f\r\nX: y.ics")]
    public void A_line_end_in_a_header_is_refused(string subject, string name, string address, string file) =>
        Assert.Throws<ArgumentException>(() => MimeText.Of(Letter(subject, name, address, new CalendarFile(file, []))));

    [Fact]
    public void The_calendar_is_folded_at_75_octets_between_characters()
    {
        var summary = string.Concat(Enumerable.Repeat("扩大优质学位供给，", 20));
        var text = CalendarText.Of(new CalendarFile("f.ics", [new CalendarEvent("u", 0, new DateOnly(2018, 12, 31), summary)]), Noon);

        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains("SUMMARY:" + summary, text.Replace("\r\n ", "", StringComparison.Ordinal));
        Assert.Contains("DTSTART;VALUE=DATE:20181231\r\nDTEND;VALUE=DATE:20190101\r\n", text);
        Assert.Contains("DTSTAMP:20180410T040000Z\r\n", text);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_has_a_meaning_in_a_calendar_is_escaped() =>
        Assert.Contains("SUMMARY:a\\, b\\; c\\\\d\\ne\r\n", CalendarText.Of(
            new CalendarFile("f.ics", [new CalendarEvent("u", 0, new DateOnly(2018, 1, 1), "a, b; c\\d\r\ne")]), Noon));

    [Theory]
    [InlineData("zhang.san@edu.changsha.gov.cn", true)]
    [InlineData("z_3+x@localhost", true)]
    [InlineData("张三@example.cn", false)]
    [InlineData("a b@example.cn", false)]
    [InlineData("a@b@c.cn", false)]
    [InlineData("a@-b.cn", false)]
    [InlineData(".a@b.cn", false)]
    [InlineData("a@b.cn\n", false)]
    [InlineData("\"a\"@b.cn", false)]
    [InlineData("a@", false)]
    public void An_address_is_one_that_every_server_takes(string text, bool holds) => Assert.Equal(holds, EmailAddress.Holds(text));

    [Fact]
    public async Task A_file_of_the_folder_reads_back_as_it_was_written()
    {
        var folder = Directory.CreateTempSubdirectory("mail-").FullName;
        try
        {
            var letter = Letter("主题：一项很长很长很长很长很长很长很长很长很长很长的任务到期", "张三", "a@b.cn",
                new CalendarFile("期限.ics", [new CalendarEvent("u", 0, new DateOnly(2018, 1, 1), "到期")]));
            await using var line = await new FolderTransport(folder).Open(TestCity.Ct);
            await line.Send(letter, TestCity.Ct);

            var file = await new MailFiles(folder).Find(letter.MessageId, TestCity.Ct);

            Assert.NotNull(file);
            Assert.Contains(("Subject", letter.Content.Subject), file.Headers);
            Assert.Contains(("To", "张三 <a@b.cn>"), file.Headers);
            Assert.Equal(letter.Content.Text, file.Text);
            Assert.Equal(letter.Content.Html, file.Html);
            Assert.Equal("期限.ics", Assert.Single(file.Attachments).Name);
            Assert.Null(await new MailFiles(folder).Find("other@b.cn", TestCity.Ct));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("a\r\n", "a\r\n.\r\n")]
    [InlineData("a", "a\r\n.\r\n")]
    [InlineData(".a\r\n", "..a\r\n.\r\n")]
    [InlineData("a\r\n.\r\n.b\r\nc.d\r\n", "a\r\n..\r\n..b\r\nc.d\r\n.\r\n")]
    [InlineData("", "\r\n.\r\n")]
    public void No_line_of_a_letter_ends_it_early(string message, string said) =>
        Assert.Equal(said, Encoding.ASCII.GetString(DotStuffing.Of(Encoding.ASCII.GetBytes(message)).Span));

    [Fact]
    public void A_plain_mail_shows_what_was_written_as_text()
    {
        var mail = new OutgoingMail(Guid.Empty, OutgoingMail.Plain, new MailTo(null, "a@b.cn", "张三"), null, Noon, null) { Subject = "<b>主题</b>", Text = "一 <script>\n二\n\n三" };

        var content = PlainMail.Of(mail);

        Assert.DoesNotContain("<script>", content.Html);
        Assert.Contains("<p>一 &lt;script&gt;<br>二</p><p>三</p>", content.Html);
    }

    private static DateTime Noon => ChinaTime.StartOf(new DateOnly(2018, 4, 10)).AddHours(12);

    private static Letter Letter(string subject, string name, string address, CalendarFile calendar) =>
        new("0195a@b.cn", "l.b.cn", new MailTo(null, "ledger@b.cn", "台账"), [new MailTo(null, address, name)], new MailContent(subject, "正文", "<p>正文</p>", calendar), Noon);
}
