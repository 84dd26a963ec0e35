using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;

namespace Equalization.Workflow.Tests.Support.Mail;

/// <summary>How a <see cref="MailServer"/> behaves; what is left out it does as a decent server would.</summary>
public sealed record MailServerSettings
{
    /// <summary>TLS from the start.</summary>
    public bool Secure { get; init; }

    public bool HideStartTls { get; init; }

    public bool HidePipelining { get; init; }

    public string? Key { get; init; }

    public string? Cert { get; init; }

    public string[] SignIns { get; init; } = ["PLAIN", "LOGIN"];

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Words with which every connection is turned away.</summary>
    public string? Greeting { get; init; }

    /// <summary>Where it falls silent: greeting or data.</summary>
    public string? Silent { get; init; }

    public bool RefuseSender { get; init; }

    /// <summary>Addresses refused for good.</summary>
    public string[] Unknown { get; init; } = [];

    /// <summary>Addresses put off.</summary>
    public string[] Busy { get; init; } = [];

    /// <summary>Connections broken in mid-letter before it behaves.</summary>
    public int BreakFirst { get; init; }

    /// <summary>0 takes any that is free.</summary>
    public int Port { get; init; }
}

/// <summary>An attachment as the other reader found it.</summary>
public sealed record ReceivedFile(string Name, string Type, string Text);

/// <summary>A letter as it arrived, read by a MIME reader that is not ours.</summary>
public sealed record ReceivedMail(
    string Connection, string User, bool Secure, string[] To, string Subject, string FromName, string FromAddress, string ToName, string Text, string Html,
    string MessageId, DateTimeOffset Date, string[] Headers, ReceivedFile[] Attachments, int LongestLine);

/// <summary>A real SMTP server (smtp-server of npm) in a process of its own, which ends with the test.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Process process;
    private readonly Channel<ReceivedMail> mails = Channel.CreateUnbounded<ReceivedMail>();

    private MailServer(Process process) => this.process = process;

    public int Port { get; private set; }

    public static async Task<MailServer> Start(MailServerSettings settings)
    {
        var start = new ProcessStartInfo("node", [Repository.PathOf("tests", "Equalization.Workflow.Tests", "Support", "Mail", "mail-server.cjs"), JsonSerializer.Serialize(settings, Json)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.PathOf("tests"),
        };
        var server = new MailServer(Process.Start(start)!);
        var first = await server.process.StandardOutput.ReadLineAsync(TestCity.Ct) ?? throw new InvalidOperationException("The mail server did not start.");
        server.Port = JsonDocument.Parse(first).RootElement.GetProperty("port").GetInt32();
        _ = server.Listen();
        return server;
    }

    /// <summary>The next letter that arrives.</summary>
    public async Task<ReceivedMail> Next()
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(TestCity.Ct);
        limited.CancelAfter(TimeSpan.FromSeconds(30));
        return await mails.Reader.ReadAsync(limited.Token);
    }

    /// <summary>What has arrived and was not asked for yet.</summary>
    public IReadOnlyList<ReceivedMail> Rest()
    {
        var rest = new List<ReceivedMail>();
        while (mails.Reader.TryRead(out var mail))
        {
            rest.Add(mail);
        }

        return rest;
    }

    public async ValueTask DisposeAsync()
    {
        // The server ends when nobody holds its input any more.
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task Listen()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            await mails.Writer.WriteAsync(JsonSerializer.Deserialize<ReceivedMail>(line, Json)!);
        }
    }
}
