using Reporting.Portal;
using Reporting.Portal.Commands;

// The one executable. Verbs are listed in Commands/Verbs.cs, jobs in JobCatalog.cs; `serve` keeps the office open (Commands/Serve.cs).
return await CommandLine.Run(args, new Installation(Verbs.All, JobCatalog.Shipped, TimeProvider.System));
