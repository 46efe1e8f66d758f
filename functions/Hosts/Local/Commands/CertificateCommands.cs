using System.CommandLine;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Certificates;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`certificate show`, `certificate renew`.</summary>
internal static class CertificateCommands
{
    public static IEnumerable<Command> Create()
    {
        var command = new Command("certificate", "The platform's certificate: what it is, and its successor.");
        command.Subcommands.Add(Show());
        command.Subcommands.Add(Renew());
        yield return command;
    }

    private static Command Show()
    {
        var folder = new Argument<string>("folder") { Description = "The platform's folder." };
        var command = new Command("show", "Prints fingerprint, term and when it should be renewed.") { folder };
        command.SetAction((arguments, _) => Guarded.RunAsync(() =>
        {
            using var certificate = PemFiles.LoadCertificate(new PartyFolder(Path.GetFullPath(arguments.GetValue(folder)!)).Certificate);
            Console.WriteLine($"platform     {CertificateIdentity.PlatformOf(certificate)}");
            Console.WriteLine($"fingerprint  {CertificateIdentity.ThumbprintOf(certificate)}");
            Console.WriteLine($"from         {certificate.NotBefore.ToUniversalTime():u}");
            Console.WriteLine($"to           {certificate.NotAfter.ToUniversalTime():u}");
            Console.WriteLine($"renew from   {CertificateLife.DueAt(certificate).ToUniversalTime():u}");
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Renew()
    {
        var folder = new Argument<string>("folder") { Description = "The platform's folder." };
        var authority = new Option<string>("--authority") { Description = "The authority's folder.", Required = true };
        var command = new Command("renew", "Makes the certificate's successor; the running host tells every peer and then serves it, without a restart.") { folder, authority };
        command.SetAction((arguments, ct) => Guarded.RunAsync(async () =>
        {
            var party = new PartyFolder(Path.GetFullPath(arguments.GetValue(folder)!));
            var file = await PartyReader.ReadAsync(party, ct);
            using var issuer = AuthorityFolder.Open(Path.GetFullPath(arguments.GetValue(authority)!));
            CertificateFiles.Renew(party, file, issuer, TimeProvider.System.GetUtcNow());
            Console.WriteLine($"{party.NextCertificate} follows. The running host serves it when its peers know it: see its journal.");
            return 0;
        }));
        return command;
    }
}
