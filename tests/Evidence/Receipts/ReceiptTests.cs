using System.Text.Json.Nodes;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Receipts;
using Ascs.Evidence.Tree;
using Ascs.Gm;

namespace Ascs.Evidence.Tests.Receipts;

public class ReceiptTests
{
    private static readonly JsonNode Sumdb = Vectors.Read("sumdb.json");
    private static readonly string Published = string.Join('\n', Sumdb["tlogProof"]!.AsArray().Select(l => l!.GetValue<string>()));
    private readonly Sm2NoteSigner _signer = new("log.example/1", Sm2PrivateKey.Generate());
    private readonly MemoryTree _tree = new();

    public ReceiptTests()
    {
        for (byte i = 0; i < 13; i++)
            _tree.Append(_tree.Hash.Leaf([i]));
    }

    [Fact]
    public void a_published_proof_of_the_Go_checksum_database_is_a_receipt_that_verifies()
    {
        Assert.True(Receipt.TryParse(Published, out var receipt));
        Assert.True(NoteKey.TryParse(Sumdb["key"]!.GetValue<string>(), out var key));
        var (origin, leaf) = (Sumdb["origin"]!.GetValue<string>(), Sha256TreeHash.Instance.Leaf(System.Text.Encoding.ASCII.GetBytes(Sumdb["record"]!.GetValue<string>())));

        Assert.Equal(Sumdb["leafHash"]!.GetValue<string>(), leaf.ToString());
        Assert.Equal(ReceiptVerdict.Verified, receipt.Verify(leaf, origin, key));
        Assert.Equal(Published, receipt.ToString());
        Assert.Equal(ReceiptVerdict.NotInLog, receipt.Verify(receipt.Proof[0], origin, key));
    }

    [Fact]
    public void every_leaf_has_a_receipt_and_it_is_of_no_other_leaf()
    {
        for (byte i = 0; i < 13; i++)
        {
            Assert.True(Receipt.TryParse(Make(i, 13).ToString(), out var receipt));
            for (byte j = 0; j < 13; j++)
                Assert.Equal(i == j ? ReceiptVerdict.Verified : ReceiptVerdict.NotInLog, receipt.Verify(_tree.Hash.Leaf([j]), "log.example/1", _signer.Key));
        }
    }

    [Fact]
    public void the_reason_of_a_refusal_is_named()
    {
        var (receipt, leaf) = (Make(3, 10), _tree.Hash.Leaf([3]));
        var stranger = new Sm2NoteSigner("log.example/1", Sm2PrivateKey.Generate());
        var forged = receipt.Checkpoint.With(new NoteSignature(stranger.Key.Name, stranger.Key.KeyId, new byte[64]));

        Assert.Equal(ReceiptVerdict.OtherLog, receipt.Verify(leaf, "log.example/2", _signer.Key));
        Assert.Equal(ReceiptVerdict.NoKnownKey, receipt.Verify(leaf, "log.example/1", stranger.Key));
        Assert.Equal(ReceiptVerdict.NoKnownKey, receipt.Verify(leaf, "log.example/1"));
        Assert.Equal(ReceiptVerdict.FalseSignature, (receipt with { Checkpoint = forged }).Verify(leaf, "log.example/1", _signer.Key, stranger.Key));
        Assert.Equal(ReceiptVerdict.NotInLog, (receipt with { Index = 4 }).Verify(leaf, "log.example/1", _signer.Key));
        Assert.Equal(ReceiptVerdict.NotInLog, (receipt with { Proof = [] }).Verify(leaf, "log.example/1", _signer.Key));
    }

    [Fact]
    public void no_changed_character_survives_reading_and_verifying()
    {
        var (text, leaf) = (Make(3, 10).ToString(), _tree.Hash.Leaf([3]));
        for (var i = 0; i < text.Length; i++)
        {
            var changed = $"{text[..i]}{(text[i] == 'A' ? 'B' : 'A')}{text[(i + 1)..]}";
            Assert.False(Receipt.TryParse(changed, out var receipt) && receipt.Verify(leaf, "log.example/1", _signer.Key) == ReceiptVerdict.Verified);
            Assert.False(Receipt.TryParse(text[..i], out _));
        }
    }

    [Fact]
    public void a_second_form_of_the_same_receipt_is_refused()
    {
        var text = Make(3, 10).ToString();

        Assert.False(Receipt.TryParse(text.Replace("index 3", "index 03", StringComparison.Ordinal), out _));
        Assert.False(Receipt.TryParse(text.Replace("index 3", "index +3", StringComparison.Ordinal), out _));
        Assert.False(Receipt.TryParse(text.Replace("\n", "\r\n", StringComparison.Ordinal), out _));
        Assert.False(Receipt.TryParse(text + "\n", out _));
        Assert.False(Receipt.TryParse("", out _));
    }

    private Receipt Make(long index, long size) =>
        new(index, _tree.ProveInclusion(index, size), new Checkpoint("log.example/1", size, _tree.RootAt(size)).Sign(_signer));
}
