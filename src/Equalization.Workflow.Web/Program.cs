using Equalization.Workflow.Web.Cli;
using Equalization.Workflow.Web.Ui;

if (Commands.Find(args) is { } command)
{
    return await command.Run(args, Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddShell();
var app = builder.Build();
app.UseShell();
app.MapRazorPages().WithStaticAssets();
app.Run();
return 0;
