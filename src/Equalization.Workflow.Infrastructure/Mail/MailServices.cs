using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>Registers how mails leave.</summary>
public static class MailServices
{
    private const int MostAttempts = 50;
    private const int LongestTimeout = 600;
    private const int MostConnections = 4;
    private const int LastPort = 65535;

    /// <summary>Throws <see cref="WrongSetting"/> for whatever could never send, so that nobody learns of it from mails that do not come.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, MailSettings settings)
    {
        Check(settings);
        services.AddSingleton(settings);
        services.AddSingleton<MailComposers>();
        services.AddSingleton<MailSender>();
        services.AddSingleton(new MailFiles(settings.Route == MailRoute.Folder ? settings.Folder : null));
        return services.AddSingleton<IMailTransport>(
            settings.Route == MailRoute.Smtp ? new SmtpTransport(settings) : new FolderTransport(settings.Folder));
    }

    private static void Check(MailSettings settings)
    {
        InRange("Mail:Attempts", settings.Attempts, 1, MostAttempts);
        InRange("Mail:TimeoutSeconds", settings.TimeoutSeconds, 1, LongestTimeout);
        InRange("Mail:Connections", settings.Connections, 1, MostConnections);
        if (!EmailAddress.Holds(settings.FromAddress))
        {
            throw new WrongSetting($"设置 Mail:FromAddress 的值“{settings.FromAddress}”不是邮箱地址，请按 ledger@example.gov.cn 的样子填写。");
        }

        if (settings.FromName.Any(char.IsControl) || settings.FromName.Length > OutgoingMail.LongestName)
        {
            throw new WrongSetting($"设置 Mail:FromName 应为一行、不超过 {OutgoingMail.LongestName} 字。");
        }

        if (settings.SiteAddress.Length > 0 && !(Uri.TryCreate(settings.SiteAddress, UriKind.Absolute, out var site) && site.Scheme is "http" or "https"))
        {
            throw new WrongSetting($"设置 Mail:SiteAddress 的值“{settings.SiteAddress}”不是网址，请按 https://ledger.example.gov.cn 的样子填写，或留空。");
        }

        if (settings.Language is not ("zh-CN" or "en"))
        {
            throw new WrongSetting($"设置 Mail:Language 的值“{settings.Language}”不对，请填写 zh-CN 或 en。");
        }

        switch (settings.Route)
        {
            case MailRoute.Folder:
                CheckFolder(settings.Folder);
                break;
            case MailRoute.Smtp:
                CheckServer(settings);
                break;
            case MailRoute.Off:
                break;
        }
    }

    private static void CheckServer(MailSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Host) || settings.Host.Any(c => char.IsWhiteSpace(c) || c is ':' or '/'))
        {
            throw new WrongSetting("设置 Mail:Route 为 Smtp 时，Mail:Host 应填写邮件服务器的主机名，端口写在 Mail:Port。");
        }

        if (settings.Port is { } port)
        {
            InRange("Mail:Port", port, 1, LastPort);
        }

        // The commonest mistake, and one that otherwise shows as a connection that hangs.
        if (settings is { Port: 465, Security: not MailSecurity.Tls } or { Port: 587 or 25, Security: MailSecurity.Tls })
        {
            throw new WrongSetting($"设置 Mail:Port 的值 {settings.Port} 与 Mail:Security 的值 {settings.Security} 不相配：465 用 Tls，587 用 StartTls，25 用 StartTls 或 None。");
        }

        if (settings.User.Length > 0 != settings.Password.Length > 0)
        {
            throw new WrongSetting(settings.User.Length > 0
                ? "设置 Mail:User 已填写而 Mail:Password 为空，请填写密码；不需要登录的服务器请把两项都留空。"
                : "设置 Mail:Password 已填写而 Mail:User 为空，请填写用户名；不需要登录的服务器请把两项都留空。");
        }

        if (settings.User.Length > 0 && settings.Security == MailSecurity.None && settings.Host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            throw new WrongSetting("设置 Mail:User 已填写而 Mail:Security 为 None，密码不能明文传送。请把 Mail:Security 改为 Tls 或 StartTls。");
        }

        try
        {
            if (settings.TrustFile.Length > 0)
            {
                new X509Certificate2Collection().ImportFromPemFile(settings.TrustFile);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new WrongSetting($"设置 Mail:TrustFile 的文件“{settings.TrustFile}”读不出证书，请填写 PEM 格式的证书文件。");
        }
    }

    private static void CheckFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongSetting($"设置 Mail:Folder 的目录“{folder}”不能写入，请改正路径或权限。");
        }
    }

    private static void InRange(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new WrongSetting($"设置 {name} 的值 {value} 不成立，应为 {least} 到 {most} 之间的整数。");
        }
    }
}
