using System.Text.Json;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;
using Ascs.Trust.Tests.Signing;

namespace Ascs.Trust.Tests.Keys;

/// <summary>Statements made by openssl, with a certificate of openssl's: what travels does not depend on this implementation.</summary>
public sealed class KeyStatementVectorTests
{
    private static readonly JsonElement File = Vectors.Load("key-statements.json");

    public static TheoryData<string> KeyIds => [.. File.GetProperty("statements").EnumerateArray().Select(example => Vectors.Text(example, "keyId"))];

    [Theory, MemberData(nameof(KeyIds))]
    public void the_committed_statement_is_read_and_written_back_the_same(string keyId)
    {
        var example = File.GetProperty("statements").EnumerateArray().Single(one => Vectors.Text(one, "keyId") == keyId);
        var signed = KeyStatements.FromJson(System.Text.Encoding.UTF8.GetBytes($"[{example.GetProperty("signed").GetRawText()}]"))!.Single();
        Assert.Null(KeyStatements.Read(signed, Issued.Platform(), Vectors.Text(File, "thumbprint"), out var statement));
        Assert.Equal(keyId, statement!.KeyId);
        Assert.Equal(Vectors.Text(example, "text"), System.Text.Encoding.UTF8.GetString(statement.ToCanonical()));
    }
}
