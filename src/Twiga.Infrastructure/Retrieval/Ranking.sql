-- Passages of the books of one class, or of all books, by BM25 over concepts, and by nearness of meaning where there is a vector.
with books as materialized (
    select r.id, r.title, r.language, l.passages, l.words
    /*scope*/
    from resource_classes c
    join resources r on r.id = c.resource_id
    join lexicons l on l.resource_id = r.id
    where c.school_class_id = $1
    /*end scope*/),
size as materialized (
    select sum(passages)::float8 as passages, sum(words) / nullif(sum(passages), 0) as average, count(*) as books
    from books),
asked as materialized (
    select a.concept, a.book, a.language, x.term, max(a.weight) as weight
    from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::real[]) as a(concept, book, language, word, weight)
    cross join lateral unnest(case
        when a.language = 'English' then tsvector_to_array(to_tsvector('english', a.word))
        else array[a.word] end) as x(term)
    where a.book in (select language from books)
    group by 1, 2, 3, 4
    union all
    select k.concept, 'English', 'English', x.term, 0.9
    from unnest($7::int[], $8::text[]) as k(concept, key)
    join glossary_terms g on g.resource_id in (select id from books where language = 'English') and g.key = k.key
    cross join lateral unnest(tsvector_to_array(to_tsvector('english', g.english))) as x(term)),
terms as materialized (
    select concept, book, term, max(weight) as weight
    from (
        select concept, book, term, weight from asked where language = book
        union all
        select a.concept, a.book, r.other, a.weight * (case when a.book = 'English' then $9::real else 1 end)
        from asked a
        join related_terms r on r.term = a.term and r.language = a.book
        where a.language = 'English') as t
    group by 1, 2, 3),
found as materialized (
    select t.concept, t.weight, p.resource_id, p.ordinals, p.frequencies, p.lengths
    from books b
    join terms t on t.book = b.language
    join postings p on p.resource_id = b.id and p.term = t.term),
unknown as materialized (
    select u.*
    from unnest($10::int[], $11::text[], $12::text[], $13::text[], $14::bool[])
        as u(concept, book, word, skeleton, misspelt)
    where not exists (select from found f where f.concept = u.concept)),
alike as materialized (
    select concept, resource_id, term, max(likeness) as likeness
    from (
        select u.concept, s.resource_id, s.term, 0.8 as likeness
        from unknown u
        join books b on b.language = u.book
        join spellings s on s.resource_id = b.id and s.skeleton = u.skeleton
        where u.skeleton <> ''
        /*misspelt*/
        union all
        select u.concept, s.resource_id, s.term, case when s.skeleton = u.skeleton then 0.8 else s.likeness end
        from unknown u
        join books b on b.language = u.book
        cross join lateral (
            select n.resource_id, n.term, n.skeleton, similarity(n.word, u.word) as likeness
            from spellings n
            where n.resource_id = b.id and n.word >= left(u.word, 1) and n.word < chr(ascii(u.word) + 1)) as s
        where u.misspelt and s.likeness >= 0.45
        /*end misspelt*/
        ) as spelt
    group by 1, 2, 3),
hits as (
    select concept, weight, resource_id, ordinals, frequencies, lengths from found
    union all
    select a.concept, 0.8, a.resource_id, p.ordinals, p.frequencies, p.lengths
    from (select *, max(likeness) over (partition by concept) as best from alike) as a
    join postings p on p.resource_id = a.resource_id and p.term = a.term
    where a.likeness >= a.best - 0.1),
/*flat*/
flat as materialized (
    select h.concept, h.resource_id, u.ordinal, sum(u.frequency * h.weight) as frequency, max(u.length) as length
    from hits h
    cross join lateral unnest(h.ordinals, h.frequencies, h.lengths) as u(ordinal, frequency, length)
    group by 1, 2, 3),
counted as (select concept, count(*) as passages from flat group by 1),
/*end flat*/
concepts as materialized (
    select c.concept, c.weight, c.missing > 0 as counts, case when f.passages is null then c.missing else 1 end as doubt,
        ln(1 + (s.passages - coalesce(f.passages, 0) + 0.5) / (coalesce(f.passages, 0) + 0.5)) as idf
    from unnest($15::int[], $16::text[], $17::real[], $21::real[]) as c(concept, book, weight, missing)
    cross join size s
    left join counted f using (concept)
    where c.book in (select language from books)),
lexical as materialized (
    select f.resource_id, f.ordinal, sum(c.weight * w.score) as score,
        coalesce(sum(w.score) filter (where c.counts), 0) as strength
    from flat f
    join concepts c using (concept)
    cross join size s
    cross join lateral (
        select c.idf * f.frequency * 2.2 / (f.frequency + 1.2 * (0.25 + 0.75 * f.length / s.average)) as score) as w
    group by 1, 2
    order by score desc, f.resource_id, f.ordinal
    limit $18),
/*vectors*/
best as (
    select l.resource_id, l.ordinal, l.score, l.strength, null::float8 as nearness from lexical l),
/*end vectors*/
shown as (
    select p.id, p.resource_id, b.title, p.ordinal, p.chapter_number, p.chapter, p.section, p.page_from, p.page_to,
        p.kind, p.language, p.text, m.strength, m.nearness,
        m.score * (case p.kind when 'Exercise' then $19::real when 'Glossary' then $20::real else 1 end) as score
    from best m
    join books b on b.id = m.resource_id
    join passages p on p.resource_id = m.resource_id and p.ordinal = m.ordinal)
select s.books, t.asked, t.total, x.*
from size s
cross join (
    select count(*) filter (where counts) as asked, coalesce(sum(idf * doubt) filter (where counts), 0) as total
    from concepts) as t
left join shown x on true
order by x.score desc, x.resource_id, x.ordinal
