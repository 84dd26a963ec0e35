using Equalization.Workflow.Web;

#pragma warning disable RS0030 // Here, and nowhere else, the product takes the machine's clock.
return await WebProgram.Run(args, TimeProvider.System);
#pragma warning restore RS0030
