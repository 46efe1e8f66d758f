using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Tests.World;
using Ascs.Gm;
using Ascs.Trust.Calls;

namespace Ascs.Enterprise.Tests.Consent;

/// <summary>What is prepared: exact text, seals, and what the browser carries (ISC-7.4, ISC-6.1.1.3).</summary>
public sealed class CheckPageTests
{
    [Fact]
    public async Task it_shows_the_exact_words_whose_hash_is_carried()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit("zh");
        var asked = await visit.PrepareAsync(null, ("channel", "VOICE"), ("term", "180"));
        var choices = new ConsentChoices([Channel.Voice], 180, Language.Zh);
        var text = ConsentText.For(Samples.ParcelPolicy, choices);
        Assert.Equal(Digest.From(Sm3.Hash(Encoding.UTF8.GetBytes(text))), asked.TextHash);
        foreach (var section in ConsentText.Sections(Samples.ParcelPolicy, choices))
            Assert.Contains(section.Body, visit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("106912340001", visit.Text, StringComparison.Ordinal);
        Assert.Equal((Samples.Enterprise, Samples.Parcels, 2), (asked.EnterpriseId, asked.ServiceId, asked.PolicyVersion));
        Assert.Equal("https://hongyan.example/consent/return", asked.ReturnUrl);
        Assert.Equal(world.Time.GetUtcNow().AddMinutes(10), asked.ExpiresAt.ToTime());
    }

    [Fact]
    public async Task going_back_finds_what_was_ticked_until_another_consent_begins()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.PrepareAsync(null, ("channel", "VOICE"), ("term", "180"));
        await visit.OpenAsync("/consent");
        Assert.Equal(["VOICE", "180"], Regex.Matches(visit.Page, "<input[^>]*value=\"([^\"]*)\"[^>]*\\schecked").Select(m => m.Groups[1].Value));
        await visit.StartAsync();
        Assert.DoesNotMatch("<input[^>]*\\schecked", visit.Page);
    }

    [Fact]
    public async Task the_trusted_party_is_named_in_the_language_of_the_page()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        foreach (var (language, words) in new[] { ("zh", "将打开公信第三方的页面"), ("en", "Opens the page of Trusted Party.") })
        {
            using var visit = world.Visit(language);
            await visit.PrepareAsync();
            Assert.Contains(words, visit.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task forms_may_go_to_the_trusted_party_from_this_page_only()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.StartAsync();
        Assert.Contains("form-action 'self';", visit.Answered["Content-Security-Policy"], StringComparison.Ordinal);
        await visit.SubmitAsync("/consent", ("decision", "agree"), ("channel", "SMS"), ("term", "30"));
        Assert.Contains("form-action 'self' https://third.example;", visit.Answered["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_carried_is_signed_for_this_use_and_no_other()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.PrepareAsync();
        var carried = visit.Hidden("https://third.example/confirm").Single().Value;
        var document = JsonSerializer.Deserialize<SignedDocument>(Base64Url.DecodeFromChars(carried), WireOptions.Strict)!;
        Assert.True(world.Get<IDocumentSigner>().TryOpen(world.Partners.Self.PlatId, Operations.Confirmation, document, out _));
        Assert.False(world.Get<IDocumentSigner>().TryOpen(world.Partners.Self.PlatId, Operations.SealedId, document with { Operation = Operations.SealedId }, out _));
    }

    [Fact]
    public async Task each_identifier_is_sealed_to_each_operator_and_bound_to_this_showing()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.PrepareAsync();
        var record = (await world.Get<ConsentRecords>().FindAsync(asked.ConsentNonce, world.Ct))!.Value;
        Assert.Equal(asked.SealedIdsHash, Digest.From(Sm3.Hash(SealedIds.ToHash(record.Identifiers!))));
        Assert.Equal([IdentifierType.Imei, IdentifierType.Imsi, IdentifierType.Oaid], record.Identifiers!.Select(i => i.Type));
        foreach (var identifier in record.Identifiers!)
        {
            foreach (var (peer, operatorId) in new[] { (world.Partners.First, Samples.First), (world.Partners.Second, Samples.Second) })
            {
                var key = world.Partners.Private[(peer.PlatId, "seal")];
                Assert.True(key.TryDecrypt(Base64Url.DecodeFromChars(identifier.Seals[operatorId]), out var plain));
                var document = JsonSerializer.Deserialize<SignedDocument>(plain, WireOptions.Strict)!;
                Assert.True(world.Get<IDocumentSigner>().TryOpen(world.Partners.Self.PlatId, Operations.SealedId, document, out var content));
                var id = JsonSerializer.Deserialize<SealedIdContent>(content, WireOptions.Strict)!;
                Assert.Equal((Samples.Enterprise, asked.ConsentNonce, asked.TextHash, identifier.Type), (id.EnterpriseId, id.ConsentNonce, id.TextHash, id.IdType));
                Assert.Contains(id.Id, Samples.Secrets);
            }
        }
    }

    [Fact]
    public async Task the_network_code_of_an_imsi_names_its_home_and_nothing_else_does()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var asked = await visit.PrepareAsync();
        var record = (await world.Get<ConsentRecords>().FindAsync(asked.ConsentNonce, world.Ct))!.Value;
        Assert.Equal([null, Samples.Second, null], record.Identifiers!.Select(i => i.Home));
    }

    [Fact]
    public async Task a_reload_shows_the_same_bytes_and_other_choices_are_another_showing()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        var first = await visit.PrepareAsync();
        var fields = visit.Hidden("/consent");
        var carried = visit.Hidden("https://third.example/confirm").Single().Value;
        await visit.PostAsync("/consent", [.. fields, ("language", "en"), ("decision", "agree"), ("channel", "SMS"), ("term", "30")]);
        Assert.Equal(carried, visit.Hidden("https://third.example/confirm").Single().Value);
        await visit.PostAsync("/consent", [.. fields, ("language", "en"), ("decision", "agree"), ("channel", "SMS"), ("term", "90")]);
        Assert.NotEqual(first.ConsentNonce, visit.Carried().ConsentNonce);
    }

    [Fact]
    public async Task without_an_operators_seal_key_nobody_can_be_asked_to_confirm()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        world.Partners.Unstated.Add((world.Partners.Second.PlatId, "seal"));
        using var visit = world.Visit();
        await visit.StartAsync();
        await visit.SubmitAsync("/consent", ("decision", "agree"), ("channel", "SMS"), ("term", "30"));
        Assert.Equal(503, (int)visit.Status);
    }
}
