using System.CommandLine;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Certificates;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`issue REQUEST --authority CA`: what the authority does for a platform that is not made by `init`, whose key it never sees.</summary>
internal static class IssueCommand
{
    public static Command Create()
    {
        var request = new Argument<string>("request") { Description = "PKCS#10 in PEM, with urn:ascs:plat:… and host names as subject alternative names." };
        var authority = new Option<string>("--authority") { Description = "The authority's folder.", Required = true };
        var command = new Command("issue", "Prints a certificate of 90 days for the platform that made the request.") { request, authority };
        command.SetAction((arguments, ct) => Guarded.RunAsync(() => IssueAsync(arguments.GetValue(request)!, arguments.GetValue(authority)!, ct)));
        return command;
    }

    private static async Task<int> IssueAsync(string request, string folder, CancellationToken ct)
    {
        try
        {
            using var authority = CertificateAuthority.Load(Path.Combine(folder, "ca.pem"), Path.Combine(folder, "ca.key"));
            if (authority.Issue(await File.ReadAllTextAsync(request, ct), TimeProvider.System.GetUtcNow()) is not IssueOutcome.Issued issued)
                throw new Refusal($"The request {request} is none that a platform may make: ECDSA P-256, signed by its own key, with one urn:ascs:plat:…");
            using (issued.Certificate)
                Console.WriteLine(issued.Certificate.ExportCertificatePem());
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CertificateFileException)
        {
            throw new Refusal(fault.Message, fault);
        }
    }
}
