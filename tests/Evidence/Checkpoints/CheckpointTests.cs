using System.Text.Json.Nodes;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Tree;
using Ascs.Gm;

namespace Ascs.Evidence.Tests.Checkpoints;

public class CheckpointTests
{
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static readonly JsonNode Sumdb = Vectors.Read("sumdb.json");

    [Fact]
    public void a_published_checkpoint_of_the_Go_checksum_database_verifies_under_its_published_key()
    {
        var proof = string.Join('\n', Sumdb["tlogProof"]!.AsArray().Select(l => l!.GetValue<string>()));
        Assert.True(SignedCheckpoint.TryParse(proof[(proof.IndexOf("\n\n", StringComparison.Ordinal) + 2)..], out var signed));
        Assert.True(NoteKey.TryParse(Sumdb["key"]!.GetValue<string>(), out var key));

        Assert.Equal("go.sum database tree", signed.Checkpoint.Origin);
        Assert.Equal(58253265, signed.Checkpoint.Size);
        Assert.IsType<NoteVerdict.Verified>(signed.Verify(key));
    }

    [Fact]
    public void the_example_of_the_specification_is_read_and_written_back()
    {
        // C2SP tlog-checkpoint, first example.
        const string Example =
            $"example.com/behind-the-sofa\n20852163\n{Root}\n\n— example.com/behind-the-sofa "
            + "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

        Assert.True(SignedCheckpoint.TryParse(Example, out var signed));
        Assert.Equal(("example.com/behind-the-sofa", 20852163L), (signed.Checkpoint.Origin, signed.Checkpoint.Size));
        Assert.Equal(Root, signed.Checkpoint.Root.ToBase64());
        Assert.Empty(signed.Checkpoint.Extensions);
        Assert.Equal(Example, signed.ToString());
    }

    [Fact]
    public void a_checkpoint_signed_by_both_keys_of_a_log_verifies()
    {
        using var ed25519 = new Ed25519NoteSigner("log.example/1", Ed25519.GeneratePrivateKey());
        var sm2 = new Sm2NoteSigner("log.example/1", Sm2PrivateKey.Generate());
        var signed = new Checkpoint("log.example/1", 0, Sha256TreeHash.Instance.Empty, "an extension").Sign(ed25519, sm2);

        Assert.True(SignedCheckpoint.TryParse(signed.ToString(), out var read));
        Assert.Equal(2, Assert.IsType<NoteVerdict.Verified>(read.Verify(ed25519.Key, sm2.Key)).SignedBy.Count);
        Assert.Equal(["an extension"], read.Checkpoint.Extensions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("origin\n")]
    [InlineData("origin\n1\n")]
    [InlineData("origin\n1\n" + Root)]
    [InlineData("\n1\n" + Root + "\n")]
    [InlineData("origin\n01\n" + Root + "\n")]
    [InlineData("origin\n+1\n" + Root + "\n")]
    [InlineData("origin\n-1\n" + Root + "\n")]
    [InlineData("origin\n 1\n" + Root + "\n")]
    [InlineData("origin\n1,000\n" + Root + "\n")]
    [InlineData("origin\n9223372036854775808\n" + Root + "\n")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n")]
    [InlineData("origin\n1\n" + Root + "\n\n")]
    [InlineData("origin\n1\n" + Root + "\nextension\n\nextension\n")]
    [InlineData("origin\r\n1\r\n" + Root + "\r\n")]
    public void what_is_no_checkpoint_is_refused(string text) => Assert.False(Checkpoint.TryParse(text, out _));
}
