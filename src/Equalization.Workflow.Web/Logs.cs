using Microsoft.Extensions.Configuration.Memory;

namespace Equalization.Workflow.Web;

/// <summary>Where the log goes: JSON lines on the console in production, one short line an entry elsewhere.</summary>
public static class Logs
{
    public static void Add(WebApplicationBuilder builder)
    {
        // First in line, so that a settings file or the environment can say otherwise.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData =
            [
                new("Logging:LogLevel:Default", "Information"),
                new("Logging:LogLevel:Microsoft", "Warning"),
                new("Logging:LogLevel:Quartz", "Warning"),
                // Its note that keys lie unencrypted is answered by the data folder's own rights.
                new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),
            ],
        });
        builder.Logging.ClearProviders();
        if (builder.Environment.IsProduction())
        {
            builder.Logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
        }
        else
        {
            builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        }
    }
}
