import datetime as dt, random, time, re
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from alongside.accounts.persons.models import Person
from alongside.accounts.memberships.models import Membership
from alongside.people.profiles.models import Profile
from alongside.people.offers.models import Offer
from alongside.people.careers.models import Position, Transition
from alongside.people.availability.models import Window
from alongside.growth.skills.models import SkillLevel
from alongside.vault.models import DataKey
from alongside.kit.clock import now
from alongside.matching.search import store as S

@pytest.mark.parametrize("n", [10000])
def test_bench(as_, mentors, brief, skills, n):
    r = random.Random(1)
    key = mentors.ben.key if hasattr(mentors.ben, "key") else None
    people = []
    for i in range(n):
        p = Person(name=f"P{r.randrange(10**6)} Q{i}", email=f"p{i}@example.org", timezone=r.choice(["Europe/Berlin","Asia/Tokyo","America/New_York"]), agreed_conduct_at=now(), agreed_conduct_version="1")
        if key is not None: p.key = key
        people.append(p)
    Person.objects.bulk_create(people, batch_size=1000)
    Profile.objects.bulk_create([Profile(person=p, findable_by=["companies","everyone"], languages=["en"], values=[r.randint(-2,2) for _ in range(8)], words=f"{p.name} pricing growth payments {i}", headline="Does things") for i,p in enumerate(people)], batch_size=1000)
    Offer.objects.bulk_create([Offer(person=p, open=True, capacity=r.randint(0,3), formats=["long"], helps=["listen","ask"], cadences=[14]) for p in people], batch_size=1000)
    Membership.objects.bulk_create([Membership(person=p, organisation=mentors.northwind) for p in people[:n//2]], batch_size=1000)
    Position.objects.bulk_create([Position(person=p, title="PM", company="X", level=r.randint(1,7), industry=r.choice(["fintech","health","media"]), stage=r.choice(["start_up","scale_up"]), product_type="b2b_saas", size="11-50", started=dt.date(2010+k,1,1)) for p in people for k in range(3)], batch_size=1000)
    Transition.objects.bulk_create([Transition(person=p, move=r.choice(["engineer_to_pm","pm_to_senior"]), year=2015) for p in people], batch_size=1000)
    SkillLevel.objects.bulk_create([SkillLevel(person=p, skill=s, level=r.randint(1,5)) for p in people for s in r.sample(list(skills.values()), 6)], batch_size=2000)
    Window.objects.bulk_create([Window(person=p, weekday=d, starts=dt.time(r.randint(7,14)), ends=dt.time(17)) for p in people for d in range(3)], batch_size=2000)
    with connection.cursor() as c: c.execute("analyze")
    b = as_(mentors.ben)
    S.forget()
    t=time.perf_counter(); S.store(now().date()); print("\nbuild", time.perf_counter()-t)
    import cProfile, pstats
    for q in ("", "words=pricing", "where=inside&industry=fintech&overlap=on", "sort=name&page=3"):
        b.get("/find/?"+q)
        ts=[]; cs=[]
        for _ in range(15):
            t=time.perf_counter(); c0=time.process_time(); a=b.get("/find/?"+q); ts.append(time.perf_counter()-t); cs.append(time.process_time()-c0)
        with CaptureQueriesContext(connection, ) as ctx: a=b.get("/find/?"+q)
        html=a.content.decode()
        print(q, "p50 %.1f ms cpu %.1f"%(sorted(ts)[7]*1e3, sorted(cs)[7]*1e3), "queries", len(ctx), "sql ms", sum(float(x["time"]) for x in ctx)*1e3, "nodes", len(re.findall(r"<[a-z]", html)), "bytes", len(a.content))
    for x in ctx: print(x["time"], x["sql"][:230])
    pr=cProfile.Profile(); pr.enable()
    for _ in range(5): b.get("/find/")
    pr.disable(); pstats.Stats(pr).sort_stats("tottime").print_stats(28)
    pr=cProfile.Profile(); pr.enable(); S.forget(); S.store(now().date()); pr.disable(); pstats.Stats(pr).sort_stats("cumtime").print_stats(30)
