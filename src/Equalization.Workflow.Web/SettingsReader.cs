using System.ComponentModel;
using System.Net;
using System.Reflection;
using Equalization.Workflow.Infrastructure.Databases;
using Microsoft.AspNetCore.Http;

namespace Equalization.Workflow.Web;

/// <summary>
/// Reads and checks the settings at start. Whatever cannot be right — a name nobody knows, a word where a number belongs, a number out of
/// range — throws <see cref="WrongSetting"/> with one sentence that names the setting.
/// </summary>
public static class SettingsReader
{
    private const int MostMegabytes = 2000;
    private const int FastestClock = 600;

    public static Settings Read(IConfiguration configuration, string contentRoot)
    {
        var settings = new Settings { Urls = configuration["Urls"] ?? new Settings().Urls };
        foreach (var section in typeof(Settings).GetProperties().Where(p => p.PropertyType != typeof(string)))
        {
            CheckNames(configuration.GetSection(section.Name), section.PropertyType);
            configuration.GetSection(section.Name).Bind(section.GetValue(settings));
        }

        settings.Files.DataFolder = Path.GetFullPath(Required("Files:DataFolder", settings.Files.DataFolder), contentRoot);
        settings.Processes.Folder = Path.GetFullPath(Required("Processes:Folder", settings.Processes.Folder), AppContext.BaseDirectory);
        settings.Papers.Templates = Path.GetFullPath(Required("Papers:Templates", settings.Papers.Templates), AppContext.BaseDirectory);
        if (settings.Database.Provider == "Sqlite" && string.IsNullOrWhiteSpace(settings.Database.ConnectionString))
        {
            settings.Database.ConnectionString = $"Data Source={settings.Files.SqliteFile}";
        }

        settings.Mail.Folder = settings.Mail.Folder.Length == 0 ? settings.Files.Mail : Path.GetFullPath(settings.Mail.Folder, contentRoot);
        settings.Mail.TrustFile = settings.Mail.TrustFile.Length == 0 ? "" : Path.GetFullPath(settings.Mail.TrustFile, contentRoot);
        Check(settings);
        return settings;
    }

    /// <summary>The settings that a file may set, as configuration paths: section:name.</summary>
    public static IEnumerable<string> Paths() =>
        from section in typeof(Settings).GetProperties()
        from path in section.PropertyType == typeof(string)
            ? [section.Name]
            : Leaves(section.PropertyType).Select(leaf => $"{section.Name}:{leaf.Name}")
        select path;

    private static IEnumerable<PropertyInfo> Leaves(Type section) => section.GetProperties().Where(p => p.CanWrite);

    private static void CheckNames(IConfigurationSection section, Type type)
    {
        foreach (var given in section.GetChildren())
        {
            var leaf = Leaves(type).FirstOrDefault(p => p.Name.Equals(given.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw new WrongSetting($"设置 {given.Path} 不存在，请对照 appsettings.sample.json 改正名称。");
            var kind = Nullable.GetUnderlyingType(leaf.PropertyType) ?? leaf.PropertyType;
            var mayBeLeftEmpty = kind == typeof(string) || kind != leaf.PropertyType;
            if (kind != typeof(string[]) && given.Value is { } value && (value.Length > 0 || !mayBeLeftEmpty) && !TypeDescriptor.GetConverter(kind).IsValid(value))
            {
                throw new WrongSetting($"设置 {given.Path} 的值“{value}”不成立，应填写{WordFor(kind)}。");
            }
        }
    }

    private static string WordFor(Type kind) => kind switch
    {
        { IsEnum: true } => " " + string.Join("、", Enum.GetNames(kind)) + " 之一",
        _ => kind == typeof(bool) ? " true 或 false" : "整数",
    };

    private static void Check(Settings settings)
    {
        CheckUrls(settings.Urls);
        if (!Directory.Exists(settings.Processes.Folder))
        {
            throw new WrongSetting($"设置 Processes:Folder 的文件夹 {settings.Processes.Folder} 不存在，请填写流程定义（*.json）所在的文件夹。");
        }

        if (!Directory.Exists(settings.Papers.Templates))
        {
            throw new WrongSetting($"设置 Papers:Templates 的文件夹 {settings.Papers.Templates} 不存在，请填写公文模板（*.json）所在的文件夹。");
        }

        InRange("Clock:Speed", settings.Clock.Speed, 1, FastestClock);
        InRange("SignIn:Hours", settings.SignIn.Hours, 1, 24);
        InRange("SignIn:TriesPerMinute", settings.SignIn.TriesPerMinute, 1, 100_000);
        InRange("SignIn:LockoutTries", settings.SignIn.LockoutTries, 3, 20);
        InRange("SignIn:LockoutMinutes", settings.SignIn.LockoutMinutes, 1, 1440);
        InRange("SignIn:PasswordLength", settings.SignIn.PasswordLength, 8, 64);
        InRange("SignIn:CodeDays", settings.SignIn.CodeDays, 1, 60);
        InRange("Rebalancings:KeepDays", settings.Rebalancings.KeepDays, 30, 3650);
        InRange("Upload:MaxEvidenceMegabytes", settings.Upload.MaxEvidenceMegabytes, 1, MostMegabytes);
        if (settings.Proxy.Addresses.FirstOrDefault(a => !IPAddress.TryParse(a, out _)) is { } wrong)
        {
            throw new WrongSetting($"设置 Proxy:Addresses 中的“{wrong}”不是 IP 地址，请填写反向代理的 IP 地址。");
        }
    }

    private static void CheckUrls(string urls)
    {
        foreach (var url in Required("Urls", urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                if (BindingAddress.Parse(url).Scheme is "http" or "https")
                {
                    continue;
                }
            }
            catch (FormatException)
            {
                // Falls through to the same sentence as a scheme that is not ours.
            }

            throw new WrongSetting($"设置 Urls 中的“{url}”不是监听地址，请按 http://127.0.0.1:5180 的样子填写。");
        }
    }

    private static string Required(string name, string value) =>
        string.IsNullOrWhiteSpace(value) ? throw new WrongSetting($"设置 {name} 为空，请填写或删去这一行以使用默认值。") : value;

    private static void InRange(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new WrongSetting($"设置 {name} 的值 {value} 不成立，应为 {least} 到 {most} 之间的整数。");
        }
    }
}
