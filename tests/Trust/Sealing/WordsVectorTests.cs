using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Sealing;
using Ascs.Trust.Tests.Signing;

namespace Ascs.Trust.Tests.Sealing;

/// <summary>Texts that two platforms make each for itself: consent words, whose hash is evidence, and AIDs.</summary>
public sealed class WordsVectorTests
{
    private static readonly JsonElement Consent = Vectors.Load("consent.json");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void the_words_are_made_from_policy_and_choices_letter_by_letter(int index)
    {
        var vector = Consent.GetProperty("cases")[index];
        var policy = Consent.GetProperty("policy").Deserialize<ServicePolicy>(WireOptions.Strict)!;
        var text = ConsentText.For(policy, vector.GetProperty("choices").Deserialize<ConsentChoices>(WireOptions.Strict)!);
        Assert.Equal([.. Vectors.Lines(vector.GetProperty("lines")), ""], text.Split('\n'));
        Assert.Equal(Vectors.Text(vector, "textHash"), ConsentWriter.HashOf(text).ToString());
    }

    [Fact]
    public void AIDs_have_the_check_character_that_others_compute()
    {
        foreach (var vector in Vectors.Load("aids.json").GetProperty("cases").EnumerateArray())
        {
            Assert.Equal(Vectors.Text(vector, "aid"), Aid.FromBytes(Convert.FromHexString(Vectors.Text(vector, "bytesHex"))).ToString());
            Assert.True(Aid.TryParse(Vectors.Text(vector, "aid"), out _));
        }
    }
}
