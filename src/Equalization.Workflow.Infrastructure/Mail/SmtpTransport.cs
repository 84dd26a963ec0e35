using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>
/// Our own small SMTP sender: TLS from the start or by STARTTLS, sign-in by PLAIN or LOGIN. What the settings ask for and the server does not
/// give is refused; it never falls back to a connection in clear or to sending without signing in.
/// </summary>
public sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    /// <summary>Opening and handing over take at most so many times the patience for one answer.</summary>
    private const int LongestFactor = 20;

    private readonly TimeSpan patience = TimeSpan.FromSeconds(settings.TimeoutSeconds);
    private readonly X509Certificate2Collection authority = Authority(settings.TrustFile);

    public TimeSpan LongestSend => LongestFactor * patience;

    private string Server => $"{settings.Host}:{settings.PortInUse}";

    public async Task<IMailLine> Open(CancellationToken ct)
    {
        Stream? stream = null;
        try
        {
            (stream, var self) = await Connect(ct);
            var wire = new SmtpWire(stream, patience);
            if (settings.Security == MailSecurity.Tls)
            {
                wire = new SmtpWire(stream = await Secure(stream, ct), patience);
            }

            Fine(await wire.Read(ct), said => new MailReason("邮件服务器 {0} 拒绝了连接（{1}）。请联系邮件管理员。", Server, said));
            var offers = await Hello(wire, self, ct);
            if (settings.Security == MailSecurity.StartTls)
            {
                await BeginTls(wire, offers, ct);
                wire = new SmtpWire(stream = await Secure(stream, ct), patience);
                // What was offered in clear may have been written by anybody.
                offers = await Hello(wire, self, ct);
            }

            await SignIn(wire, offers, ct);
            return new SmtpLine(wire, offers, patience);
        }
        catch (Exception e)
        {
            if (stream is not null)
            {
                await stream.DisposeAsync();
            }

            if (IsWireFault(e))
            {
                throw new MailServerUnusable(new MailReason("与邮件服务器 {0} 通信失败（{1}）。请检查 Mail:Host、Mail:Port、Mail:Security 和网络。", Server, WordFor(e)), e);
            }

            throw;
        }
    }

    /// <summary>Whether it is the other side or the way to it that failed.</summary>
    internal static bool IsWireFault(Exception e) => e is IOException or SocketException or TimeoutException or InvalidDataException or AuthenticationException;

    internal static string WordFor(Exception e) => e switch
    {
        TimeoutException => "没有应答",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "连接被拒绝",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "找不到主机",
        InvalidDataException => "对方不是 SMTP 服务器",
        AuthenticationException => "TLS 握手失败",
        EndOfStreamException => "对方断开",
        _ => "连接中断",
    };

    private static X509Certificate2Collection Authority(string file)
    {
        var certificates = new X509Certificate2Collection();
        if (file.Length > 0)
        {
            certificates.ImportFromPemFile(file);
        }

        return certificates;
    }

    private async Task<(Stream Stream, string Self)> Connect(CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(patience);
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(settings.Host, settings.PortInUse, limited.Token);
            // An address literal is a name that every server takes; the machine's own name often is not.
            var own = ((IPEndPoint)client.Client.LocalEndPoint!).Address;
            own = own.IsIPv4MappedToIPv6 ? own.MapToIPv4() : own;
            return (client.GetStream(), own.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{own}]" : $"[{own}]");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            client.Dispose();
            throw new TimeoutException();
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<Stream> Secure(Stream stream, CancellationToken ct)
    {
        var wrong = SslPolicyErrors.None;
        var secured = new SslStream(stream);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(patience);
        try
        {
            await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = settings.Host,
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                {
                    wrong = Trusts(certificate, chain, errors) ? SslPolicyErrors.None : errors;
                    return wrong == SslPolicyErrors.None;
                },
            }, limited.Token);
            return secured;
        }
        catch (Exception e)
        {
            await secured.DisposeAsync();
            if (wrong != SslPolicyErrors.None)
            {
                throw new MailServerUnusable(new MailReason(
                    "邮件服务器 {0} 的证书不可信（{1}）。请核对 Mail:Host；单位自建的签发机构请把其证书写入 Mail:TrustFile。", Server, wrong.ToString()), e);
            }

            throw e is OperationCanceledException && !ct.IsCancellationRequested ? new TimeoutException("", e) : e;
        }
    }

    private bool Trusts(X509Certificate? certificate, X509Chain? given, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || authority.Count == 0 || certificate is not X509Certificate2 own)
        {
            return errors == SslPolicyErrors.None;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in given?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(own);
    }

    private async Task<SmtpGreeting> Hello(SmtpWire wire, string self, CancellationToken ct)
    {
        var reply = await wire.Ask("EHLO " + self, ct);
        Fine(reply, said => new MailReason("邮件服务器 {0} 不接受本程序的问候（{1}）。请联系邮件管理员。", Server, said));
        return SmtpGreeting.Of(reply);
    }

    private async Task BeginTls(SmtpWire wire, SmtpGreeting offers, CancellationToken ct)
    {
        if (!offers.StartTls)
        {
            throw new MailServerUnusable(new MailReason("邮件服务器 {0} 没有提供 STARTTLS，未加密的连接上不发送邮件。请改正 Mail:Security 或 Mail:Port。", Server));
        }

        Fine(await wire.Ask("STARTTLS", ct), said => new MailReason("邮件服务器 {0} 不能开始 TLS（{1}）。请联系邮件管理员。", Server, said));
        if (wire.HasUnread)
        {
            // Somebody in between put words before the handshake, to have them believed after it.
            throw new InvalidDataException("Words before the handshake.");
        }
    }

    private async Task SignIn(SmtpWire wire, SmtpGreeting offers, CancellationToken ct)
    {
        if (settings.User.Length == 0)
        {
            return;
        }

        if (offers.SignIns.Contains("PLAIN"))
        {
            var token = Base64($"\0{settings.User}\0{settings.Password}");
            var reply = await wire.Ask("AUTH PLAIN " + token, ct);
            Fine(reply.Code == 334 ? await wire.Ask(token, ct) : reply, Refused);
        }
        else if (offers.SignIns.Contains("LOGIN"))
        {
            Continues(await wire.Ask("AUTH LOGIN", ct), Refused);
            Continues(await wire.Ask(Base64(settings.User), ct), Refused);
            Fine(await wire.Ask(Base64(settings.Password), ct), Refused);
        }
        else
        {
            throw new MailServerUnusable(new MailReason(
                "邮件服务器 {0} 没有提供 PLAIN 或 LOGIN 登录（提供的是：{1}），未登录不发送邮件。请核对 Mail:Security，或联系邮件管理员。",
                Server, offers.SignIns.Count == 0 ? "无" : string.Join(' ', offers.SignIns)));
        }
    }

    private MailReason Refused(string said) => new MailReason("邮件服务器 {0} 不接受 Mail:User 或 Mail:Password（{1}）。请核对；有的邮箱须用授权码代替密码。", Server, said);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void Fine(SmtpReply reply, Func<string, MailReason> otherwise)
    {
        if (!reply.IsFine)
        {
            throw new MailServerUnusable(otherwise(reply.Text));
        }
    }

    private static void Continues(SmtpReply reply, Func<string, MailReason> otherwise)
    {
        if (reply.Code != 334)
        {
            throw new MailServerUnusable(otherwise(reply.Text));
        }
    }
}
