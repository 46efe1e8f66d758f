using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Certificates;

namespace Ascs.Trust.Tests.Certificates;

/// <summary>Shorthand: a platform and its certificate.</summary>
internal static class Issued
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static PlatId Platform(long number = 1_795_996_800_123_456) => PlatId.TryFrom(number, out var platform) ? platform : throw new FormatException();

    public static X509Certificate2 By(CertificateAuthority authority, DateTimeOffset now, TimeSpan? lifetime = null, PlatId? platform = null) =>
        Assert.IsType<IssueOutcome.Issued>(authority.Issue(platform ?? Platform(), ["tp.example"], now, lifetime)).Certificate;
}
