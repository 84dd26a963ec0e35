using Equalization.Workflow.Web.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddShell();
var app = builder.Build();
app.UseShell();
app.MapRazorPages().WithStaticAssets();
app.Run();
