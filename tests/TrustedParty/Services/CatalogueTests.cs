using System.Text.Json;
using Ascs.Contracts;
using Ascs.TrustedParty.Services;

namespace Ascs.TrustedParty.Tests.Services;

public sealed class CatalogueTests
{
    private static readonly ServicePolicy Policy = SamplePolicies.Policy;
    private static readonly MessageTemplate Template = SamplePolicies.Template;

    public static TheoryData<string, Func<ServicePolicy, ServicePolicy>> BrokenPolicies() => new()
    {
        { "v must be 1", p => p with { Version = 0 } },
        { "offers", p => p with { Offers = [] } },
        { "offers", p => p with { Offers = [p.Offers[0], p.Offers[0]] } },
        { "promise of Sms", p => p with { Offers = [new(Channel.Sms, SamplePolicies.Promise with { ToMinute = 60 })] } },
        { "promise of Voice", p => p with { Offers = [p.Offers[0], new(Channel.Voice, SamplePolicies.Promise with { PerWeek = 1 })] } },
        { "termDays", p => p with { TermDays = [] } },
        { "termDays", p => p with { TermDays = [90, 30] } },
        { "termDays", p => p with { TermDays = [30, 30] } },
        { "termDays", p => p with { TermDays = [731] } },
        { "identifiers", p => p with { Identifiers = [] } },
        { "cancelAddress", p => p with { CancelAddress = "http://meadow.example/" } },
        { "content: en: 1 to", p => p with { Content = new("好", " ") } },
        { "can't be seen", p => p with { ServiceName = new("订单\u202E通知", "Orders") } },
        { "dispenses with a further consent", p => p with { Content = new("可以多次、长期向您发送各类商业性短信息而无需另行获得您的同意", "News") } },
        { "has no end", p => p with { Content = new("永久有效的通知", "News") } },
        { "covers other companies", p => p with { Content = new("通知", "News of us and our Partners") } },
    };

    public static TheoryData<string, Func<MessageTemplate, MessageTemplate>> BrokenTemplates() => new()
    {
        { "v must be 1", t => t with { V = 2 } },
        { "signature", t => t with { Signature = "【草原】" } },
        { "body: 1 to", t => t with { Body = "a\nb" } },
        { "brackets are for it alone", t => t with { Body = "【其他】{order}{day}" } },
        { "{order} is not among", t => t with { Variables = new Dictionary<string, int> { ["day"] = 10 } } },
        { "week has no place", t => t with { Variables = new Dictionary<string, int> { ["order"] = 20, ["day"] = 10, ["week"] = 1 } } },
        { "variables: 1 to", t => t with { Variables = new Dictionary<string, int> { ["order"] = 0, ["day"] = 10 } } },
        { "a brace that is no", t => t with { Body = "{order}{day}{" } },
        { "拒收请回复R", t => t with { Promotional = true } },
        { "no version of its service", t => t with { ServiceId = ServiceId.Parse("other") } },
    };

    [Theory]
    [MemberData(nameof(BrokenPolicies))]
    public void a_policy_that_breaks_a_rule_is_named(string fault, Func<ServicePolicy, ServicePolicy> breakIt) =>
        Assert.Contains(CatalogueRules.Check([breakIt(Policy)], []), f => f.Contains(fault, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(BrokenTemplates))]
    public void a_template_that_breaks_a_rule_is_named(string fault, Func<MessageTemplate, MessageTemplate> breakIt) =>
        Assert.Contains(CatalogueRules.Check([Policy], [breakIt(Template)]), f => f.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void the_samples_keep_every_rule()
    {
        var promotional = Template with { TemplateId = TemplateId.Parse("sale"), Promotional = true, Body = "{order}{day}，拒收请回复R" };

        Assert.Empty(CatalogueRules.Check([Policy, Policy with { Version = 2 }], [Template, promotional]));
    }

    [Fact]
    public void every_fault_is_named_in_one_go()
    {
        var faults = CatalogueRules.Check([Policy, Policy with { TermDays = [0] }], [Template with { Signature = string.Empty }]);

        Assert.Equal(3, faults.Count);
        Assert.Contains(faults, f => f.EndsWith("stands 2 times.", StringComparison.Ordinal));
    }

    [Fact]
    public void the_newest_policy_is_found_and_old_ones_stay()
    {
        var catalogue = new ServiceCatalogue([Policy, Policy with { Version = 3 }, Policy with { Version = 2 }], [Template]);

        Assert.Equal(3, catalogue.Policy(Policy.EnterpriseId, Policy.ServiceId)!.Version);
        Assert.Equal(1, catalogue.Policy(Policy.EnterpriseId, Policy.ServiceId, 1)!.Version);
        Assert.Null(catalogue.Policy(Policy.EnterpriseId, Policy.ServiceId, 4));
        Assert.Null(catalogue.Policy(EnterpriseId.Parse("other"), Policy.ServiceId));
        Assert.Equal(Template, catalogue.Template(Policy.EnterpriseId, Template.TemplateId, 1));
        Assert.Null(catalogue.Template(Policy.EnterpriseId, Template.TemplateId, 2));
    }

    [Fact]
    public void files_are_read_and_a_broken_one_is_named_without_its_content()
    {
        var folder = Directory.CreateTempSubdirectory("ascs-catalogue");
        try
        {
            var (services, templates) = (Path.Combine(folder.FullName, "services.json"), Path.Combine(folder.FullName, "templates.json"));
            File.WriteAllText(services, JsonSerializer.Serialize<IReadOnlyList<ServicePolicy>>([Policy], WireOptions.Strict));
            File.WriteAllText(templates, JsonSerializer.Serialize<IReadOnlyList<MessageTemplate>>([Template], WireOptions.Strict));
            Assert.NotNull(CatalogueFiles.Load(services, templates).Policy(Policy.EnterpriseId, Policy.ServiceId));

            File.WriteAllText(templates, "[{\"v\": 1, \"secret\": 13800000000}]");
            var fault = Assert.Throws<CatalogueFaultException>(() => CatalogueFiles.Load(services, templates));
            Assert.StartsWith("templates.json: not the JSON it should be", Assert.Single(fault.Faults), StringComparison.Ordinal);
            Assert.DoesNotContain("13800000000", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
